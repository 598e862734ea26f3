package dev.millstream.client;

import dev.millstream.api.common.JobID;
import dev.millstream.client.http.RestAddress;
import dev.millstream.client.http.RestConnection;
import dev.millstream.client.http.RestJars;
import dev.millstream.client.http.RestJobs;
import dev.millstream.client.http.RestTexts;
import dev.millstream.client.http.RetryPolicy;
import dev.millstream.client.jar.JarUpload;
import dev.millstream.client.job.ClusterClient;
import dev.millstream.client.job.StateChangeListener;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.rest.Token;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of a cluster of processes, over its REST interface. Futures fail with a {@link
 * dev.millstream.client.http.ClusterUnreachableException} or a {@link
 * dev.millstream.client.http.RequestRefusedException}, within a bounded time; they complete on
 * threads that must not be blocked. All its threads are daemons. Thread-safe.
 */
public final class RestClusterClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestClusterClient.class);

    private final MachinePlatform platform = MachinePlatform.alone("client");
    private final Lane lane =
            platform.lanes().create("client", failure -> LOG.error("The client failed", failure));
    private final RestConnection connection;
    private final RestJobs jobs;
    private final ClusterClient client;

    /**
     * A client of a cluster.
     *
     * @param retry what to do when the cluster is gone for a while
     */
    public RestClusterClient(RestAddress address, Token token, RetryPolicy retry) {
        connection = new RestConnection(address, token, retry);
        jobs = new RestJobs(connection);
        client = new ClusterClient(jobs, lane);
    }

    /**
     * A client of the configured cluster.
     *
     * @throws IllegalArgumentException if no address or no usable token is configured
     */
    public static RestClusterClient of(Configuration configuration) {
        return new RestClusterClient(
                RestAddress.of(configuration),
                TokenSource.of(configuration),
                new RetryPolicy(
                        configuration.get(RestClientOptions.MAX_ATTEMPTS),
                        configuration.get(RestClientOptions.RETRY_DELAY)));
    }

    public RestAddress address() {
        return connection.address();
    }

    /** An id for a new job. */
    public JobID newJobId() {
        return new JobID(platform.randomness().nextLong(), platform.randomness().nextLong());
    }

    /**
     * Submits a job, and follows it to its end.
     *
     * @param job without jars; it gets those that are named
     * @param jarPaths what isn't on the cluster yet is uploaded
     * @param userClassLoader opens what users' classes have written
     * @param listener told of all changes before the job's result is
     * @return completed once the job is accepted
     */
    public CompletableFuture<JobClient> submit(
            JobGraph job,
            List<String> jarPaths,
            ClassLoader userClassLoader,
            Optional<StateChangeListener> listener) {
        return withJars(job, jarPaths)
                .thenCompose(complete ->
                        client.submit(
                                complete,
                                userClassLoader,
                                listener,
                                CompletableFuture::completedFuture));
    }

    /** Submits a job and leaves: it lives on without this client. */
    public CompletableFuture<JobID> submitDetached(JobGraph job, List<String> jarPaths) {
        return withJars(job, jarPaths).thenCompose(client::submitDetached);
    }

    private CompletableFuture<JobGraph> withJars(JobGraph job, List<String> jarPaths) {
        JarUpload upload = new JarUpload(platform);
        return upload.identify(jarPaths)
                .thenCompose(jars ->
                        upload.upload(jars, new RestJars(connection))
                                .thenApply(_ -> named(job, List.copyOf(jars.keySet()))));
    }

    private static JobGraph named(JobGraph job, List<BlobKey> jars) {
        return new JobGraph(
                job.jobId(), job.name(), job.batch(), job.vertices(), jars, job.configuration());
    }

    /** Follows a job that was submitted before, by whomever. */
    public JobClient attach(
            JobID job, ClassLoader userClassLoader, Optional<StateChangeListener> listener) {
        return client.attach(job, userClassLoader, listener, CompletableFuture::completedFuture);
    }

    /** All jobs that the cluster knows: those that live first. */
    public CompletableFuture<List<JobOverview>> listJobs() {
        return jobs.list();
    }

    public CompletableFuture<JobDetails> details(JobID job) {
        return jobs.requestJobDetails(job);
    }

    /** Completes once the cancellation is under way. */
    public CompletableFuture<Void> cancel(JobID job) {
        return jobs.cancelJob(job).thenAccept(_ -> {});
    }

    /**
     * What the REST interface says at a path, as it says it.
     *
     * @param path without the version's prefix, such as {@code /jobs/overview}
     */
    public CompletableFuture<String> get(String path) {
        return new RestTexts(connection).get(path);
    }

    /**
     * A part of what the REST interface says at a path.
     *
     * @param range which, as for the header {@code Range}; nothing when there is no such part
     */
    public CompletableFuture<String> get(String path, String range) {
        return new RestTexts(connection).get(path, range);
    }

    /** Completes once a job has ended, however it has. */
    public CompletableFuture<Void> awaitEnd(JobID job) {
        return jobs.requestJobResult(job).thenAccept(_ -> {});
    }

    /** Breaks off what is being asked. Jobs live on. Idempotent. */
    @Override
    public void close() {
        connection.close();
        lane.close();
        platform.close();
    }
}
