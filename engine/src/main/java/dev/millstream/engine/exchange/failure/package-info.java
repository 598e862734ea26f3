/** Typed failures of the data exchange. */
@NullMarked
package dev.millstream.engine.exchange.failure;

import org.jspecify.annotations.NullMarked;
