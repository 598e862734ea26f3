package dev.millstream.jobmanager.jobmaster;

import dev.millstream.api.common.JobID;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.fencing.Epoch;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The TaskManagers that a JobMaster talks to. Belongs to its main thread. */
final class TaskExecutors {
    private final EndpointContext own;
    private final JobID job;
    private final Epoch epoch;
    private final TreeMap<ResourceID, Known> known = new TreeMap<>();

    private record Known(TaskExecutorGateway gateway, Cancellable watch) {
        void disconnect(JobID job, Epoch epoch, String reason) {
            watch.cancel();
            gateway.disconnectJobMaster(job, epoch, reason);
        }
    }

    TaskExecutors(EndpointContext own, JobID job) {
        this.own = own;
        this.job = job;
        this.epoch = own.epoch().orElseThrow();
    }

    boolean knows(ResourceID id) {
        return known.containsKey(id);
    }

    /**
     * From now on it is known, and watched.
     *
     * @param onLost called on the main thread when it is gone
     */
    void add(RegisterTaskManager info, TaskExecutorGateway gateway, Consumer<ResourceID> onLost) {
        Cancellable watch =
                own.rpc().watch(info.rpcAddress(), own.mainThread(), _ -> onLost.accept(info.id()));
        Known before = known.put(info.id(), new Known(gateway, watch));
        if (before != null) {
            before.watch().cancel();
        }
    }

    /** Should it still be there, it learns that it isn't wanted any more. */
    void remove(ResourceID id, String reason) {
        Known removed = known.remove(id);
        if (removed != null) {
            removed.disconnect(job, epoch, reason);
        }
    }

    Optional<TaskExecutorGateway> gateway(ResourceID id) {
        return Optional.ofNullable(known.get(id)).map(Known::gateway);
    }

    /** Tells all that the job is over here. */
    void removeAll(String reason) {
        known.values().forEach(one -> one.disconnect(job, epoch, reason));
        known.clear();
    }
}
