package dev.millstream.protocol.jobmaster;

import dev.millstream.protocol.id.ExecutionAttemptID;

/**
 * A source subtask asks for a split. An attempt may have several requests under way; each is
 * answered, in any order.
 *
 * @param attempt who asks
 * @param host where it runs, for locality
 * @param demanded whether the reader itself asks for work: then a split for whoever asks first may
 *     answer it, and the enumerator is told when there is none. Otherwise the request merely waits
 *     for splits that the enumerator assigns to this subtask on its own account, or for the
 *     certainty that none will come
 */
public record RequestNextInputSplit(ExecutionAttemptID attempt, String host, boolean demanded) {
    /** A request that the reader itself makes. */
    public RequestNextInputSplit(ExecutionAttemptID attempt, String host) {
        this(attempt, host, true);
    }
}
