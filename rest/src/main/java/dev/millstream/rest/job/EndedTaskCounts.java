package dev.millstream.rest.job;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.task.ExecutionState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the tasks of jobs that have ended did, so that a list of jobs needn't ask for what changes no
 * more. Forgets the oldest. Thread-safe.
 */
final class EndedTaskCounts {
    private static final int MAX_JOBS = 1_000;

    private final LinkedHashMap<JobID, Map<ExecutionState, Integer>> counts = new LinkedHashMap<>();

    synchronized Optional<Map<ExecutionState, Integer>> of(JobID job) {
        return Optional.ofNullable(counts.get(job));
    }

    synchronized void put(JobID job, Map<ExecutionState, Integer> ofJob) {
        counts.put(job, Map.copyOf(ofJob));
        if (counts.size() > MAX_JOBS) {
            counts.pollFirstEntry();
        }
    }
}
