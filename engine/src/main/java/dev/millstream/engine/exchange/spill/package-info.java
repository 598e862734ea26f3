/** Blocking partitions: files that are written once and read after their producer has ended. */
@NullMarked
package dev.millstream.engine.exchange.spill;

import org.jspecify.annotations.NullMarked;
