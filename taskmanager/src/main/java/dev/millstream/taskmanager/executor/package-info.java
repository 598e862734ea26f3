/** The TaskExecutor endpoint: carries out what the cores of the other packages decide. */
@NullMarked
package dev.millstream.taskmanager.executor;

import org.jspecify.annotations.NullMarked;
