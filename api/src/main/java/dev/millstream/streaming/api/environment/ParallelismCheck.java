package dev.millstream.streaming.api.environment;

import dev.millstream.api.common.ExecutionConfig;
import dev.millstream.api.common.InvalidProgramException;

/** Refuses parallelisms that can't be, where they are set. */
public final class ParallelismCheck {
    private ParallelismCheck() {}

    /**
     * Checks a parallelism.
     *
     * @param whose operator or program, with its line
     * @throws InvalidProgramException if it is below 1
     */
    public static void parallelism(String whose, int parallelism) {
        if (parallelism < 1) {
            throw new InvalidProgramException(
                    "The parallelism of "
                            + whose
                            + " is "
                            + parallelism
                            + "; it must be at least 1.");
        }
    }

    /**
     * Checks a maximum parallelism.
     *
     * @param whose operator or program, with its line
     * @throws InvalidProgramException if it is below 1 or too high
     */
    public static void maxParallelism(String whose, int maxParallelism) {
        if (maxParallelism < 1 || maxParallelism > ExecutionConfig.UPPER_BOUND_MAX_PARALLELISM) {
            throw new InvalidProgramException(
                    "The maximum parallelism of "
                            + whose
                            + " is "
                            + maxParallelism
                            + "; it must be from 1 to "
                            + ExecutionConfig.UPPER_BOUND_MAX_PARALLELISM
                            + ".");
        }
    }
}
