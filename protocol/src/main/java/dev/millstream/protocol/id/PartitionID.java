package dev.millstream.protocol.id;

/**
 * Identity of what one attempt produces as one of its vertex's results.
 *
 * @param producer the attempt
 * @param result index of the result
 */
public record PartitionID(ExecutionAttemptID producer, int result)
        implements Comparable<PartitionID> {
    @Override
    public int compareTo(PartitionID other) {
        int first = producer.compareTo(other.producer);
        return first != 0 ? first : Integer.compare(result, other.result);
    }
}
