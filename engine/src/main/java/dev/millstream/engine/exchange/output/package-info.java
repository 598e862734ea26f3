/** The producing side: result partitions, and the writers that choose a channel for each record. */
@NullMarked
package dev.millstream.engine.exchange.output;

import org.jspecify.annotations.NullMarked;
