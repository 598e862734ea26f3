package dev.millstream.jobmanager.dispatcher;

import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.jobmanager.Answers;
import dev.millstream.jobmanager.EndpointNames;
import dev.millstream.jobmanager.jobmaster.JobMaster;
import dev.millstream.jobmanager.jobmaster.JobMasterServices;
import dev.millstream.jobmanager.jobmaster.JobSubmission;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job with its JobMaster: starts it, follows what it tells, whichever incarnation it is in, and
 * ends it when the job has ended. Belongs to the Dispatcher's main thread.
 */
final class RunningJob {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    /** How often a JobMaster that throws is restarted before its job fails. */
    static final int MAX_RESTARTS = 2;

    private static final long RETRY_DELAY_MS = 1_000;

    private final EndpointContext dispatcher;
    private final JobGraph graph;
    private final JobRecord record;
    private final long submittedMs;
    private final Clock clock;
    private final Consumer<RunningJob> onEnd;
    private final EndpointHandle<JobMaster> handle;
    private final JobMasterGateway gateway;
    private int incarnation;
    private long lastSequence;
    private Optional<JobResult> result = Optional.empty();
    private Optional<JobDetails> details = Optional.empty();

    /**
     * @param onEnd told when the job has ended and its record is complete
     */
    RunningJob(
            EndpointContext dispatcher,
            JobMasterServices services,
            JobGraph graph,
            JobRecord record,
            Consumer<RunningJob> onEnd) {
        this.dispatcher = dispatcher;
        this.graph = graph;
        this.record = record;
        this.clock = services.platform().clock();
        this.submittedMs = clock.monotonicMs();
        this.onEnd = onEnd;
        JobSubmission submission =
                new JobSubmission(graph, record.overview().startMs(), submittedMs);
        this.handle =
                dispatcher.startChild(
                        EndpointNames.jobMaster(graph.jobId()),
                        EndpointFactory.fenced(
                                leader(),
                                (context, _) -> new JobMaster(context, services, submission)),
                        Supervision.restart(MAX_RESTARTS));
        this.gateway = handle.gateway(JobMasterGateway.class);
        follow();
    }

    JobGraph graph() {
        return graph;
    }

    JobRecord record() {
        return record;
    }

    /** Reaches whichever incarnation lives. */
    JobMasterGateway gateway() {
        return gateway;
    }

    /** The epoch of the present incarnation. */
    Epoch epoch() {
        return new Epoch(leader(), incarnation);
    }

    /**
     * The JobMaster has thrown.
     *
     * @return whether the job has failed in consequence
     */
    boolean crashed(Throwable cause, int restarts) {
        FailureInfo failure = failure(cause, restarts);
        if (result.isPresent()) {
            conclude();
            return false;
        }
        if (restarts >= MAX_RESTARTS) {
            result =
                    Optional.of(
                            new JobResult.JobResultFailure(
                                    record.id(),
                                    clock.monotonicMs() - submittedMs,
                                    List.of(),
                                    failure));
            conclude();
            return true;
        }
        record.note(clock.wallMs(), JobStatus.INITIALIZING, Optional.of(failure));
        incarnation = restarts + 1;
        lastSequence = 0;
        follow();
        return false;
    }

    private long leader() {
        return dispatcher.epoch().orElseThrow().leader();
    }

    private void follow() {
        followChanges(incarnation);
        followResult(incarnation);
    }

    private void followChanges(int of) {
        Answers.whenDone(
                gateway.requestStateChanges(lastSequence),
                dispatcher.mainThread(),
                (changes, failure) -> {
                    if (of == incarnation && !record.hasEnded()) {
                        told(changes, failure);
                    }
                });
    }

    private void told(@Nullable List<StateChange> changes, @Nullable Throwable failure) {
        int of = incarnation;
        if (changes == null) {
            LOG.debug("No news of job {}", record.id(), failure);
            later(() -> followChanges(of));
            return;
        }
        for (StateChange change : changes) {
            lastSequence = change.sequence();
            record.told(change);
        }
        if (!changes.isEmpty() && !record.status().isGloballyTerminalState()) {
            followChanges(of);
        }
        concludeIfAllIsKnown();
    }

    private void followResult(int of) {
        Answers.whenDone(
                gateway.requestJobResult(),
                dispatcher.mainThread(),
                (ended, failure) -> {
                    if (of == incarnation && !record.hasEnded()) {
                        ended(ended, failure);
                    }
                });
    }

    private void ended(@Nullable JobResult ended, @Nullable Throwable failure) {
        int of = incarnation;
        if (ended == null) {
            LOG.debug("No result of job {}", record.id(), failure);
            later(() -> followResult(of));
            return;
        }
        Answers.whenDone(
                gateway.requestJobDetails(),
                dispatcher.mainThread(),
                (found, _) -> {
                    if (of == incarnation && !record.hasEnded()) {
                        details = Optional.ofNullable(found);
                        result = Optional.of(ended);
                        concludeIfAllIsKnown();
                    }
                });
    }

    /** The last state change and the result arrive in either order. */
    private void concludeIfAllIsKnown() {
        if (result.isPresent() && record.status().isGloballyTerminalState()) {
            conclude();
        }
    }

    private void conclude() {
        record.end(clock.wallMs(), result.orElseThrow(), details);
        var _ = handle.stop();
        onEnd.accept(this);
    }

    private void later(Runnable again) {
        dispatcher
                .mainThread()
                .schedule(
                        RETRY_DELAY_MS,
                        () -> {
                            if (!record.hasEnded()) {
                                again.run();
                            }
                        });
    }

    private FailureInfo failure(Throwable cause, int restarts) {
        StringBuilder frames = new StringBuilder(cause.toString());
        for (StackTraceElement frame : cause.getStackTrace()) {
            frames.append("\n\tat ").append(frame);
        }
        String what =
                "The JobMaster of job '"
                        + graph.name()
                        + "' ("
                        + record.id()
                        + ") has crashed"
                        + (restarts >= MAX_RESTARTS
                                ? " " + (restarts + 1) + " times: "
                                : " and is started anew: ");
        return new FailureInfo(
                what + cause + ". This is a fault of Millstream; please report it.",
                cause.getClass().getName(),
                frames.toString(),
                false,
                "JobMaster",
                restarts < MAX_RESTARTS);
    }
}
