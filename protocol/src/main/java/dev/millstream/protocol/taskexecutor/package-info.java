/** What can be asked of a TaskManager. */
@NullMarked
package dev.millstream.protocol.taskexecutor;

import org.jspecify.annotations.NullMarked;
