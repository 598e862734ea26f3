package dev.millstream.protocol.job;

import java.util.List;

/**
 * What a job went through, across its JobMaster's incarnations.
 *
 * @param statuses for each status that it was in, the latest change of the job to it; in order of
 *     time
 * @param failures the latest changes with a failure, of the job and of its tasks, newest last;
 *     bounded
 */
public record JobHistory(List<StateChange> statuses, List<StateChange> failures) {
    public JobHistory {
        statuses = List.copyOf(statuses);
        failures = List.copyOf(failures);
    }
}
