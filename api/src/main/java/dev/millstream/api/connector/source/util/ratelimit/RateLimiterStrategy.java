package dev.millstream.api.connector.source.util.ratelimit;

import java.io.Serializable;

/** Makes a rate limiter in each subtask of a source. */
@FunctionalInterface
public interface RateLimiterStrategy extends Serializable {
    /**
     * A new limiter for one subtask.
     *
     * @param parallelism how many subtasks share the rate
     */
    RateLimiter createRateLimiter(int parallelism);

    /**
     * So many records a second, over all subtasks.
     *
     * @param recordsPerSecond positive
     */
    static RateLimiterStrategy perSecond(double recordsPerSecond) {
        if (!(recordsPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "Records per second must be above 0, but are " + recordsPerSecond);
        }
        return parallelism -> new PacedRateLimiter(recordsPerSecond / parallelism);
    }

    /**
     * So many records between two checkpoints, over all subtasks.
     *
     * @param recordsPerCheckpoint at least one for each subtask
     */
    static RateLimiterStrategy perCheckpoint(int recordsPerCheckpoint) {
        return parallelism -> {
            int share = recordsPerCheckpoint / parallelism;
            if (share < 1) {
                throw new IllegalArgumentException(
                        "At least one record a checkpoint is needed for each of "
                                + parallelism
                                + " subtasks, but there are "
                                + recordsPerCheckpoint
                                + " in all. Lower the source's parallelism.");
            }
            return new CheckpointRateLimiter(share);
        };
    }

    /** No limit. */
    static RateLimiterStrategy noOp() {
        return parallelism -> new UnlimitedRateLimiter();
    }
}
