/** The state of an operator's keys, as functions see it, over tables. */
@NullMarked
package dev.millstream.engine.state.keyed;

import org.jspecify.annotations.NullMarked;
