/** Runs one attempt of a subtask, or a source's coordinator, on a thread of its own. */
@NullMarked
package dev.millstream.engine.task;

import org.jspecify.annotations.NullMarked;
