/** User code: fetches a job's jars, keeps them, and opens one class loader for each job. */
@NullMarked
package dev.millstream.taskmanager.classes;

import org.jspecify.annotations.NullMarked;
