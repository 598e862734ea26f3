package dev.millstream.protocol.taskexecutor;

import dev.millstream.graph.job.Bytes;
import java.util.List;

/**
 * Records on their way to the client.
 *
 * @param offset index of the first of them in the attempt's stream of results
 * @param records each serialised, self-describing
 * @param finished whether none come after these
 * @param attempt number of the attempt they come from; when it changes, the stream begins anew
 */
public record CollectedResults(long offset, List<Bytes> records, boolean finished, int attempt) {
    public CollectedResults {
        records = List.copyOf(records);
    }
}
