package dev.millstream.graph.job;

/** Which subtasks of a consumer read from which subtasks of its producer. */
public enum DistributionPattern {
    /** Each from each. */
    ALL_TO_ALL,
    /**
     * Neighbours only. Consumer {@code c} of {@code n} reads from producer {@code p} of {@code m}
     * if their shares of the interval [0, 1) overlap: {@code p * n < (c + 1) * m && c * m < (p + 1)
     * * n}.
     */
    POINTWISE
}
