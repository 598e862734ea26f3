package dev.millstream.taskmanager.executor;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.taskmanager.classes.ClassesLease;
import dev.millstream.taskmanager.classes.JobClasses;
import dev.millstream.taskmanager.classes.JobSerialization;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a TaskManager keeps for one job under one epoch of its JobMaster. Belongs to the main thread
 * of the TaskExecutor.
 */
final class ServedJob {
    private static final Logger LOG = LoggerFactory.getLogger(ServedJob.class);

    private final JobID job;
    private final Epoch epoch;
    private final JobMasterConnection connection;
    private final AttemptReports reports;
    private final TreeSet<PartitionID> partitions = new TreeSet<>();
    private @Nullable CompletableFuture<ClassesLease> lease;
    private boolean offering;

    ServedJob(JobID job, Epoch epoch, JobMasterConnection connection, MainThread mainThread) {
        this.job = job;
        this.epoch = epoch;
        this.connection = connection;
        this.reports = new AttemptReports(connection, mainThread);
    }

    JobID job() {
        return job;
    }

    Epoch epoch() {
        return epoch;
    }

    JobMasterConnection connection() {
        return connection;
    }

    AttemptReports reports() {
        return reports;
    }

    /** What attempts of this job have produced here and nobody has released yet. */
    Set<PartitionID> partitions() {
        return partitions;
    }

    /** Whether an offer of slots waits for its answer. */
    boolean isOffering() {
        return offering;
    }

    void offering(boolean now) {
        offering = now;
    }

    /** The JobMaster, for use by tasks, whose thread is not the main thread. */
    JobMasterGateway requireGateway() {
        return connection
                .gateway()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The JobMaster of job " + job + " isn't connected"));
    }

    /**
     * Leases the job's classes for one attempt. They are kept between attempts too, until the job
     * is over here.
     */
    CompletableFuture<ClassesLease> acquireClasses(
            JobClasses classes, List<BlobKey> jars, JobSerialization serialization) {
        if (lease == null) {
            lease = classes.acquire(job, jars, serialization, this::readBlob);
        }
        return classes.acquire(job, jars, serialization, this::readBlob);
    }

    private CompletableFuture<Bytes> readBlob(BlobKey blob, long offset, int length) {
        return requireGateway().readBlob(blob, offset, length);
    }

    /** Ends the connection and gives the classes back. */
    void close() {
        connection.close();
        reports.close();
        if (lease != null) {
            var _ =
                    lease.whenComplete((held, failure) -> {
                        if (failure == null) {
                            held.release();
                        } else {
                            LOG.debug("Job {} never had its classes", job, failure);
                        }
                    });
            lease = null;
        }
    }
}
