package dev.millstream.jobmanager.jobmaster;

import dev.millstream.jobmanager.jobmaster.executiongraph.AssignedSlot;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.jobmanager.jobmaster.scheduler.JobScheduler;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobOverview;
import java.util.Optional;

/** Shows a job to those who ask. */
final class JobDescription {
    private JobDescription() {}

    /**
     * @param endMs when it ended; -1 while it lives
     */
    static JobDetails of(JobSubmission submission, JobScheduler scheduler, long endMs) {
        JobOverview overview =
                new JobOverview(
                        submission.graph().jobId(),
                        submission.graph().name(),
                        scheduler.status(),
                        submission.submittedWallMs(),
                        endMs);
        return new JobDetails(
                overview,
                scheduler.graph().vertices().stream().map(JobDescription::vertex).toList(),
                scheduler.failures());
    }

    /** The attempt that collects results of this name for the client, if there is one. */
    static Optional<Attempt> collector(JobScheduler scheduler, String collectId) {
        String operator = "Collect: " + collectId;
        return scheduler.graph().vertices().stream()
                .filter(vertex ->
                        vertex.description().operators().stream()
                                .anyMatch(some -> some.name().equals(operator)))
                .findFirst()
                .map(vertex -> vertex.subtasks().getFirst().attempt());
    }

    private static JobDetails.VertexDetails vertex(ExecutionVertex vertex) {
        return new JobDetails.VertexDetails(
                vertex.description().id(),
                vertex.description().name(),
                vertex.parallelism(),
                vertex.subtasks().stream().map(JobDescription::subtask).toList());
    }

    private static JobDetails.SubtaskDetails subtask(Subtask subtask) {
        Attempt attempt = subtask.attempt();
        Optional<AssignedSlot> slot = attempt.slot();
        return new JobDetails.SubtaskDetails(
                subtask.index(),
                attempt.id().attempt(),
                attempt.state(),
                slot.map(some -> some.location().id().value()),
                slot.map(some -> some.slot().index()).orElse(-1),
                attempt.metrics(),
                attempt.startMs(),
                attempt.endMs());
    }
}
