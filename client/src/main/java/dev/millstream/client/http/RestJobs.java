package dev.millstream.client.http;

import dev.millstream.api.common.JobID;
import dev.millstream.client.http.RestConnection.Question;
import dev.millstream.client.http.RestConnection.Reply;
import dev.millstream.client.job.JobAccess;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.rest.JobList;
import dev.millstream.protocol.rest.RecordBody;
import dev.millstream.protocol.rest.RestProtocol;
import dev.millstream.protocol.rest.StateChangeList;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Jobs, over REST. What happens at some time is asked for by long polls. Thread-safe. */
public final class RestJobs implements JobAccess {
    private static final String JOBS = "/millstream/jobs";
    private static final int NO_CONTENT = 204;
    private static final int POLL_MS = 20_000;
    private static final Duration POLL_PATIENCE = Duration.ofMillis(POLL_MS + 15_000);

    private final RestConnection connection;

    public RestJobs(RestConnection connection) {
        this.connection = connection;
    }

    /** Those that live first, then those that ended, the latest first. */
    public CompletableFuture<List<JobOverview>> list() {
        return connection
                .ask(Question.get(JOBS, ""))
                .thenApply(it -> it.record(JobList.class).jobs());
    }

    @Override
    public CompletableFuture<Acknowledge> submitJob(SubmitJob job) {
        String mode =
                switch (job) {
                    case SubmitJob.SubmitJobWait _ -> "attached";
                    case SubmitJob.SubmitJobDetached _ -> "detached";
                };
        byte[] body = RecordBody.write(JobGraph.class, job.jobGraph());
        return connection
                .ask(
                        Question.send(
                                "POST",
                                "/jobs",
                                "mode=" + mode,
                                BodyPublishers.ofByteArray(body),
                                RestProtocol.RECORD_TYPE,
                                Question.PATIENCE))
                .thenApply(_ -> Acknowledge.INSTANCE);
    }

    @Override
    public CompletableFuture<JobDetails> requestJobDetails(JobID job) {
        return connection
                .ask(Question.get(path(job), ""))
                .thenApply(it -> it.record(JobDetails.class));
    }

    @Override
    public CompletableFuture<Acknowledge> cancelJob(JobID job) {
        return connection
                .ask(Question.change("PATCH", "/jobs/" + job.toHexString(), "mode=cancel"))
                .thenApply(_ -> Acknowledge.INSTANCE);
    }

    @Override
    public CompletableFuture<List<StateChange>> requestStateChanges(JobID job, long afterSequence) {
        return poll(path(job) + "/changes", "after=" + afterSequence + "&")
                .thenApply(it -> it.record(StateChangeList.class).changes());
    }

    @Override
    public CompletableFuture<JobResult> requestJobResult(JobID job) {
        return poll(path(job) + "/result", "").thenApply(it -> it.record(JobResult.class));
    }

    @Override
    public CompletableFuture<CollectedResults> fetchCollected(
            JobID job, String collectId, long offset) {
        String query =
                "collect="
                        + URLEncoder.encode(collectId, StandardCharsets.UTF_8)
                        + "&offset="
                        + offset;
        return connection
                .ask(Question.get(path(job) + "/collected", query))
                .thenApply(it -> it.record(CollectedResults.class));
    }

    private static String path(JobID job) {
        return JOBS + "/" + job.toHexString();
    }

    /** Asks until there is something, or the job or the cluster is gone. */
    private CompletableFuture<Reply> poll(String path, String query) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        poll(Question.get(path, query + "wait=" + POLL_MS).within(POLL_PATIENCE), answer);
        return answer;
    }

    private void poll(Question question, CompletableFuture<Reply> answer) {
        var _ =
                connection
                        .ask(question)
                        .whenComplete((reply, failure) -> polled(question, reply, failure, answer));
    }

    private void polled(
            Question question,
            @Nullable Reply reply,
            @Nullable Throwable failure,
            CompletableFuture<Reply> answer) {
        if (reply == null) {
            answer.completeExceptionally(
                    failure == null ? new IllegalStateException("no reply") : failure);
        } else if (reply.status() == NO_CONTENT) {
            poll(question, answer);
        } else {
            answer.complete(reply);
        }
    }
}
