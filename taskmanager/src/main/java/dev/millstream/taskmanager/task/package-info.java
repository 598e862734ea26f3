/**
 * What becomes of a task between its deployment and its end: watchdog over cancellation, reports.
 */
@NullMarked
package dev.millstream.taskmanager.task;

import org.jspecify.annotations.NullMarked;
