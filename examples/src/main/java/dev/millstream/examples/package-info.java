/** Programs to read and to run: each is an ordinary user's program. */
@NullMarked
package dev.millstream.examples;

import org.jspecify.annotations.NullMarked;
