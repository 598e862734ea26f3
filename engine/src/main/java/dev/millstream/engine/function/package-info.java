/** The life cycle of users' functions, what they are told of the task they run in, accumulators. */
@NullMarked
package dev.millstream.engine.function;

import org.jspecify.annotations.NullMarked;
