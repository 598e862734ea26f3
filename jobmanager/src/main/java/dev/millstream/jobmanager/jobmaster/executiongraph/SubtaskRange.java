package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.graph.job.DistributionPattern;

/**
 * Neighbouring subtasks of one vertex: those that one subtask at the other end of an edge is
 * connected to.
 *
 * @param first the lowest
 * @param last the highest, itself included
 */
public record SubtaskRange(int first, int last) {
    int size() {
        return last - first + 1;
    }

    /** The producers that a consumer reads from. */
    public static SubtaskRange producersOf(
            int consumer, int consumers, int producers, DistributionPattern pattern) {
        return connected(consumer, consumers, producers, pattern);
    }

    /** The consumers that read from a producer. */
    public static SubtaskRange consumersOf(
            int producer, int producers, int consumers, DistributionPattern pattern) {
        return connected(producer, producers, consumers, pattern);
    }

    /**
     * The relation is symmetric: shares of [0, 1) that overlap, see {@link DistributionPattern}.
     */
    private static SubtaskRange connected(
            int subtask, int parallelism, int others, DistributionPattern pattern) {
        return switch (pattern) {
            case ALL_TO_ALL -> new SubtaskRange(0, others - 1);
            case POINTWISE -> {
                long begin = (long) subtask * others;
                long end = (long) (subtask + 1) * others;
                yield new SubtaskRange(
                        (int) (begin / parallelism),
                        (int) ((end + parallelism - 1) / parallelism) - 1);
            }
        };
    }
}
