/** Classes that tests serialise, and random values of them. */
@NullMarked
package dev.millstream.types.sample;

import org.jspecify.annotations.NullMarked;
