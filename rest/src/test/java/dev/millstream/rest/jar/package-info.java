/** Tests of uploads and of programs in them. */
@NullMarked
package dev.millstream.rest.jar;

import org.jspecify.annotations.NullMarked;
