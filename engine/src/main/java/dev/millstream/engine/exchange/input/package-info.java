/** The consuming side: gates and their channels. */
@NullMarked
package dev.millstream.engine.exchange.input;

import org.jspecify.annotations.NullMarked;
