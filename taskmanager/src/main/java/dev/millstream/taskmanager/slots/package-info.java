/**
 * Which slot of this TaskManager belongs to which allocation, decided without threads or clocks.
 */
@NullMarked
package dev.millstream.taskmanager.slots;

import org.jspecify.annotations.NullMarked;
