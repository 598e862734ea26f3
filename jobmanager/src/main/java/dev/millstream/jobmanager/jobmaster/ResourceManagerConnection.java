package dev.millstream.jobmanager.jobmaster;

import dev.millstream.api.common.JobID;
import dev.millstream.jobmanager.Answers;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.resourcemanager.RequiredSlots;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a JobMaster registered with the ResourceManager, and tells it how many slots the job needs;
 * again after each failure. Belongs to the JobMaster's main thread.
 */
final class ResourceManagerConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceManagerConnection.class);

    private final JobID job;
    private final EndpointContext own;
    private final Epoch epoch;
    private final String address;
    private final long retryDelayMs;
    private @Nullable ResourceManagerGateway gateway;
    private Cancellable watch = () -> {};
    private int required;
    private int generation;
    private boolean closed;

    ResourceManagerConnection(JobID job, EndpointContext own, String address, long retryDelayMs) {
        this.job = job;
        this.own = own;
        this.epoch = own.epoch().orElseThrow();
        this.address = address;
        this.retryDelayMs = retryDelayMs;
    }

    void start() {
        int attempt = ++generation;
        Answers.whenDone(
                own.rpc().connect(address, ResourceManagerGateway.class),
                own.mainThread(),
                (found, failure) -> {
                    if (found == null) {
                        lost(attempt, failure);
                    } else {
                        register(attempt, found);
                    }
                });
    }

    /** From now on the job needs this many slots. */
    void declare(int count) {
        required = count;
        ResourceManagerGateway known = gateway;
        if (known != null) {
            declare(generation, known);
        }
    }

    /** The job needs nothing any more. */
    void close(String reason) {
        closed = true;
        watch.cancel();
        ResourceManagerGateway known = gateway;
        if (known != null) {
            known.disconnectJobMaster(job, epoch, reason);
        }
    }

    private void register(int attempt, ResourceManagerGateway found) {
        if (closed || attempt != generation) {
            return;
        }
        watch =
                own.rpc()
                        .watch(
                                found,
                                own.mainThread(),
                                gone -> lost(attempt, new RpcException(gone + " is gone")));
        Answers.whenDone(
                found.registerJobMaster(job, epoch, own.address()),
                own.mainThread(),
                (_, failure) -> {
                    if (failure != null) {
                        lost(attempt, failure);
                    } else if (closed) {
                        found.disconnectJobMaster(job, epoch, "The job has ended");
                    } else if (attempt == generation) {
                        gateway = found;
                        declare(attempt, found);
                    }
                });
    }

    private void declare(int attempt, ResourceManagerGateway to) {
        Answers.whenDone(
                to.declareRequiredSlots(new RequiredSlots(job, own.address(), required), epoch),
                own.mainThread(),
                (_, failure) -> {
                    if (failure != null) {
                        lost(attempt, failure);
                    }
                });
    }

    private void lost(int attempt, @Nullable Throwable reason) {
        if (closed || attempt != generation) {
            return;
        }
        LOG.info("Job {} has no ResourceManager, trying again", job, reason);
        generation++;
        gateway = null;
        watch.cancel();
        own.mainThread()
                .schedule(
                        retryDelayMs,
                        () -> {
                            if (!closed) {
                                start();
                            }
                        });
    }
}
