/** What can go wrong in a task, whose fault it is, and how it is told as text. */
@NullMarked
package dev.millstream.engine.failure;

import org.jspecify.annotations.NullMarked;
