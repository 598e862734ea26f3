/** The bounded hand-over between two threads, the only lock-free code of the exchange. */
@NullMarked
package dev.millstream.engine.exchange.queue;

import org.jspecify.annotations.NullMarked;
