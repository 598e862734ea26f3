package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.graph.GraphCompiler;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.simulation.workload.Workload;
import dev.millstream.types.Input;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Submits a workload, fetches all that it collects, and waits for its end; without blocking. */
final class JobRun {
    private static final long PAUSE_MS = 10;
    private static final ClassLoader CLASSES = JobRun.class.getClassLoader();

    private final SimulatedCluster cluster;
    private final Workload workload;
    private final BuiltProgram program;
    private final RecordDecoder decoder = new RecordDecoder(new Serializers(CLASSES));
    private final List<Object> collected = new ArrayList<>();
    private final CompletableFuture<JobStatus> ended = new CompletableFuture<>();
    private final List<StateChange> changes = new ArrayList<>();
    private OptionalLong cancelAfterMs = OptionalLong.empty();
    private long offset;
    private int attempt;
    private boolean finished;
    private boolean jobFinished;

    private JobRun(SimulatedCluster cluster, Workload workload, BuiltProgram program) {
        this.cluster = cluster;
        this.workload = workload;
        this.program = program;
    }

    /** Submits it; {@link #ended()} tells the rest. */
    static JobRun submit(
            SimulatedCluster cluster, JobID job, Workload workload, Configuration configuration) {
        BuiltProgram program = BuiltProgram.of(workload, configuration);
        JobRun run = new JobRun(cluster, workload, program);
        JobGraph graph =
                GraphCompiler.compile(
                        program.program(),
                        configuration,
                        ClusterSettings.LEAST_SLOTS,
                        job,
                        List.of());
        var _ =
                cluster.client()
                        .submit(
                                graph,
                                CLASSES,
                                Optional.of((_, change) -> run.changes.add(change)),
                                CompletableFuture::completedFuture)
                        .whenCompleteAsync(run::submitted, cluster.clientLane());
        return run;
    }

    /** Cancels it after a while, once it was submitted; it may have finished by then. */
    JobRun cancelAfter(long delayMs) {
        cancelAfterMs = OptionalLong.of(delayMs);
        return this;
    }

    /**
     * Completed when the job has ended: finished, then all that it collected is fetched, or
     * cancelled.
     */
    CompletableFuture<JobStatus> ended() {
        return ended;
    }

    /** Compares what was collected with the oracle; and the client was told of all changes. */
    void check() {
        assertThat(changes)
                .extracting(StateChange::sequence)
                .isEqualTo(LongStream.rangeClosed(1, changes.size()).boxed().toList());
        if (ended.join() == JobStatus.FINISHED) {
            workload.check(collected, program.program().isBatch());
        }
    }

    private void submitted(@Nullable JobClient client, @Nullable Throwable failure) {
        if (client == null) {
            ended.completeExceptionally(new IllegalStateException("not submitted", failure));
            return;
        }
        var _ =
                client.getJobExecutionResult()
                        .whenCompleteAsync(this::jobEnded, cluster.clientLane());
        cancelAfterMs.ifPresent(delayMs ->
                cluster.clientLane()
                        .schedule(
                                delayMs,
                                () -> {
                                    var _ = client.cancel();
                                }));
        fetch(client);
    }

    private void jobEnded(@Nullable JobExecutionResult result, @Nullable Throwable failure) {
        if (result != null) {
            jobFinished = true;
            endIfAllIsFetched();
        } else if (cancelAfterMs.isPresent() && isCancelled(failure)) {
            cluster.marks().sometimes("simulation.job.cancelled");
            ended.complete(JobStatus.CANCELED);
        } else {
            ended.completeExceptionally(new IllegalStateException("the job failed", failure));
        }
    }

    private void endIfAllIsFetched() {
        if (jobFinished && finished) {
            ended.complete(JobStatus.FINISHED);
        }
    }

    private static boolean isCancelled(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof JobExecutionException ended
                && ended.getStatus() == JobStatus.CANCELED;
    }

    private void fetch(JobClient client) {
        if (finished) {
            return;
        }
        var _ =
                client.fetchCollected(program.collectId(), offset)
                        .whenCompleteAsync(
                                (answer, failure) -> fetched(client, answer), cluster.clientLane());
    }

    private void fetched(JobClient client, @Nullable CollectedRecords answer) {
        if (ended.isDone()) {
            return;
        }
        if (answer != null) {
            try {
                accept(answer);
            } catch (RuntimeException problem) {
                ended.completeExceptionally(problem);
            }
        }
        if (answer == null || answer.records().isEmpty()) {
            cluster.clientLane().schedule(PAUSE_MS, () -> fetch(client));
        } else {
            fetch(client);
        }
    }

    private void accept(CollectedRecords answer) {
        if (answer.attempt() != attempt) {
            cluster.marks().sometimes("simulation.job.restarted");
            attempt = answer.attempt();
            collected.clear();
            offset = 0;
        }
        long skip = offset - answer.offset();
        for (byte[] bytes : answer.records()) {
            if (skip-- <= 0) {
                decoder.reset();
                collected.add(Objects.requireNonNull(decoder.decode(new Input(bytes))));
                offset++;
            }
        }
        finished = answer.finished();
        endIfAllIsFetched();
    }
}
