package dev.millstream.protocol.jobmaster;

import dev.millstream.protocol.id.ExecutionAttemptID;

/**
 * A source subtask asks for a split.
 *
 * @param attempt who asks
 * @param host where it runs, for locality
 */
public record RequestNextInputSplit(ExecutionAttemptID attempt, String host) {}
