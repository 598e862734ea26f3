package dev.millstream.jobmanager.resourcemanager.provider;

import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.rpc.endpoint.MainThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Starts and releases TaskManagers. Called on the ResourceManager's main thread. */
public interface ResourceProvider {
    /**
     * Called once, before anything else.
     *
     * @param mainThread of the ResourceManager, for what the provider does later
     * @param release takes a TaskManager's slots out of use, with a reason: before it is stopped
     */
    default void start(MainThread mainThread, BiConsumer<ResourceID, String> release) {}

    /**
     * Asks for TaskManagers. Must not block: what is started registers when it is up.
     *
     * @param slots how many slots are missing
     * @return whether so many will come
     */
    boolean requestSlots(int slots);

    /**
     * Called whenever something may have changed.
     *
     * @param registered the TaskManagers as they are now
     * @param waitingSlots how many slots jobs need and have not been granted: as a job gets all its
     *     slots or none, a TaskManager may be free and needed all the same
     */
    default void observe(List<TaskManagerInfo> registered, int waitingSlots) {}

    /** Stops what it has started. */
    default CompletableFuture<Void> stop() {
        return CompletableFuture.completedFuture(null);
    }
}
