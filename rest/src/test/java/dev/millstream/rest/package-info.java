/** Tests of the REST interface as a whole. */
@NullMarked
package dev.millstream.rest;

import org.jspecify.annotations.NullMarked;
