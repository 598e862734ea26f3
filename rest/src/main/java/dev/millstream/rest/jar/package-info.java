/** Jars that were uploaded, and programs in them that are to be run. */
@NullMarked
package dev.millstream.rest.jar;

import org.jspecify.annotations.NullMarked;
