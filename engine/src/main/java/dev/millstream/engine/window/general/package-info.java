/** Windows of any assigner, trigger and evictor: one entry for each key and window. */
@NullMarked
package dev.millstream.engine.window.general;

import org.jspecify.annotations.NullMarked;
