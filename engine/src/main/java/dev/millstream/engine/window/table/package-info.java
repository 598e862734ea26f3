/** Tables of what is kept by key in one stretch of time. */
@NullMarked
package dev.millstream.engine.window.table;

import org.jspecify.annotations.NullMarked;
