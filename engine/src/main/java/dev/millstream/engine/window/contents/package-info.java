/** What is kept of records that belong to one window. */
@NullMarked
package dev.millstream.engine.window.contents;

import org.jspecify.annotations.NullMarked;
