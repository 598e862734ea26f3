/** Rows of state by key: open addressing over blocks that are copied when a snapshot needs them. */
@NullMarked
package dev.millstream.engine.state.table;

import org.jspecify.annotations.NullMarked;
