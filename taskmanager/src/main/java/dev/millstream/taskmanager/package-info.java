/** The TaskManager: offers slots and runs tasks. This package holds its options. */
@NullMarked
package dev.millstream.taskmanager;

import org.jspecify.annotations.NullMarked;
