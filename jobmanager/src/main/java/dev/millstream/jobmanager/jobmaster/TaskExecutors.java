package dev.millstream.jobmanager.jobmaster;

import dev.millstream.api.common.JobID;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.fencing.Epoch;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The TaskManagers that a JobMaster talks to. Belongs to its main thread. */
final class TaskExecutors {
    private final EndpointContext own;
    private final JobID job;
    private final Epoch epoch;
    private final TreeMap<ResourceID, Known> known = new TreeMap<>();

    private record Known(long registration, TaskExecutorGateway gateway, Cancellable watch) {}

    TaskExecutors(EndpointContext own, JobID job) {
        this.own = own;
        this.job = job;
        this.epoch = own.epoch().orElseThrow();
    }

    /** Number of the registration under which a TaskManager is known, if it is. */
    OptionalLong registration(ResourceID id) {
        Known one = known.get(id);
        return one == null ? OptionalLong.empty() : OptionalLong.of(one.registration());
    }

    /**
     * From now on it is known, and watched. Takes the place of an earlier registration.
     *
     * @param onLost called on the main thread when it is gone
     */
    void add(RegisterTaskManager info, TaskExecutorGateway gateway, Runnable onLost) {
        forget(info.id());
        Cancellable watch = own.rpc().watch(gateway, own.mainThread(), _ -> onLost.run());
        known.put(info.id(), new Known(info.registration(), gateway, watch));
    }

    /** It has itself ended the connection. */
    void forget(ResourceID id) {
        Known removed = known.remove(id);
        if (removed != null) {
            removed.watch().cancel();
        }
    }

    /** Should it still be there, it learns that it isn't wanted any more. */
    void remove(ResourceID id, String reason) {
        Known removed = known.get(id);
        forget(id);
        if (removed != null) {
            removed.gateway()
                    .disconnectJobMaster(
                            job, epoch, OptionalLong.of(removed.registration()), reason);
        }
    }

    Optional<TaskExecutorGateway> gateway(ResourceID id) {
        return Optional.ofNullable(known.get(id)).map(Known::gateway);
    }

    /** Tells all that the job is over here. */
    void removeAll(String reason) {
        for (Known one : known.values()) {
            one.watch().cancel();
            one.gateway().disconnectJobMaster(job, epoch, OptionalLong.empty(), reason);
        }
        known.clear();
    }
}
