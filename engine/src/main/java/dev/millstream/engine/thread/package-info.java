/**
 * What a task's thread deals with besides records: mail, deadlines, waiting, the request to end.
 */
@NullMarked
package dev.millstream.engine.thread;

import org.jspecify.annotations.NullMarked;
