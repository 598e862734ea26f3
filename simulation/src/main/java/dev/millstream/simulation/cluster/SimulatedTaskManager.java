package dev.millstream.simulation.cluster;

import dev.millstream.cluster.process.TaskManagerProcess;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.taskmanager.executor.TaskManagerServices;
import java.util.concurrent.CompletableFuture;

/**
 * A TaskManager in a process of its own.
 *
 * @param process where it runs
 * @param services what it has of that process
 * @param taskManager itself
 */
record SimulatedTaskManager(
        SimulatedProcess process, TaskManagerServices services, TaskManagerProcess taskManager) {
    Exchange exchange() {
        return services.exchange();
    }

    /** Ends it as its process would: tasks first. */
    CompletableFuture<Void> close() {
        return taskManager
                .close()
                .thenCompose(_ -> process.rpc().shutdown())
                .thenCompose(_ -> services.classes().close())
                .thenCompose(_ -> exchange().close());
    }
}
