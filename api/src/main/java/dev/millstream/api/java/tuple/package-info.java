/** Tuples: for programs that come from Flink. New ones are better off with records. */
@NullMarked
package dev.millstream.api.java.tuple;

import org.jspecify.annotations.NullMarked;
