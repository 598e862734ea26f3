/** What flows through channels: batches of records, with events in order behind them. */
@NullMarked
package dev.millstream.engine.exchange.element;

import org.jspecify.annotations.NullMarked;
