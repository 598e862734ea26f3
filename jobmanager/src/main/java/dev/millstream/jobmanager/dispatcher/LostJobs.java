package dev.millstream.jobmanager.dispatcher;

import dev.millstream.graph.job.JobGraph;
import dev.millstream.jobmanager.ledger.JobLedger;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.task.FailureInfo;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Jobs that ran when their JobManager ended: they count as failed, and the reason says it all. */
final class LostJobs {
    private LostJobs() {}

    static JobRecord record(JobLedger.Entry job, long nowWallMs) {
        JobGraph unknown =
                new JobGraph(job.job(), job.name(), false, List.of(), List.of(), new TreeMap<>());
        JobRecord record = new JobRecord(unknown, job.startMs(), 1);
        record.end(
                nowWallMs,
                new JobResult.JobResultFailure(
                        job.job(),
                        Math.max(0, nowWallMs - job.startMs()),
                        List.of(),
                        FailureInfo.ofMessage(
                                "Job '"
                                        + job.name()
                                        + "' ("
                                        + job.job()
                                        + ") was lost: the JobManager ended while it ran, and"
                                        + " has been started again. Jobs are not recovered;"
                                        + " submit it again.")),
                Optional.empty());
        return record;
    }
}
