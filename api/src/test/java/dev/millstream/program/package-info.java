/** Tests of programs, from a package that the API takes for a user's. */
@NullMarked
package dev.millstream.program;

import org.jspecify.annotations.NullMarked;
