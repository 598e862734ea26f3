package dev.millstream.core.execution;

import java.util.List;

/**
 * Records that a job hands to its client.
 *
 * @param offset index of the first of them in the attempt's stream of results
 * @param records each by itself, as a fresh {@link dev.millstream.types.record.RecordEncoder}
 *     writes it
 * @param finished whether none come after these
 * @param attempt number of the attempt they come from; when it changes, the stream begins anew
 */
public record CollectedRecords(long offset, List<byte[]> records, boolean finished, int attempt) {
    /** Keeps a copy of the list. */
    public CollectedRecords {
        records = List.copyOf(records);
    }
}
