/** What a task is deployed with, and what it reports. */
@NullMarked
package dev.millstream.protocol.task;

import org.jspecify.annotations.NullMarked;
