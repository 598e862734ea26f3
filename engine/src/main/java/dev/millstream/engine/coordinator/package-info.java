/** What a split enumerator can do, on its coordinator task's thread. */
@NullMarked
package dev.millstream.engine.coordinator;

import org.jspecify.annotations.NullMarked;
