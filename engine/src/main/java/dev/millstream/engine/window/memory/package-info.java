/** State that belongs to one window or key, held by it on the heap. */
@NullMarked
package dev.millstream.engine.window.memory;

import org.jspecify.annotations.NullMarked;
