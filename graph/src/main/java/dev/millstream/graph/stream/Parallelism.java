package dev.millstream.graph.stream;

import dev.millstream.api.common.InvalidProgramException;

/** Fills in and checks parallelism and maximum parallelism. */
final class Parallelism {
    /** Key groups, where nothing is said: enough for 128 subtasks, and few enough to be cheap. */
    static final int DEFAULT_MAX = 128;

    /** A key group's number fits into two bytes. */
    static final int UPPER_BOUND = 1 << 15;

    private Parallelism() {}

    /**
     * The maximum parallelism of an operator for which neither it nor the job says one: the
     * default, or for wide operators the next power of two above one and a half times the
     * parallelism, so that there is room to grow.
     */
    static int derivedMax(int parallelism) {
        if (parallelism <= DEFAULT_MAX) {
            return DEFAULT_MAX;
        }
        int wanted = parallelism + parallelism / 2;
        return Math.min(UPPER_BOUND, Integer.highestOneBit(wanted - 1) << 1);
    }

    static void check(String operator, int parallelism, int max) {
        if (parallelism < 1) {
            throw new InvalidProgramException(
                    "The parallelism of "
                            + operator
                            + " is "
                            + parallelism
                            + ", but must be at least 1.");
        }
        if (max < 1 || max > UPPER_BOUND) {
            throw new InvalidProgramException(
                    "The maximum parallelism of "
                            + operator
                            + " is "
                            + max
                            + ", but must be from 1 to "
                            + UPPER_BOUND
                            + ".");
        }
        if (parallelism > max) {
            throw new InvalidProgramException(
                    "The parallelism of "
                            + operator
                            + " is "
                            + parallelism
                            + ", which is above its maximum parallelism of "
                            + max
                            + ". Lower the one or raise the other with setMaxParallelism.");
        }
    }
}
