package dev.millstream.simulation.cluster;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.engine.exchange.ExchangeOptions;
import dev.millstream.rpc.endpoint.RpcOptions;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.taskmanager.TaskManagerOptions;
import java.time.Duration;
import java.util.List;

/**
 * What a cluster is like.
 *
 * @param taskManagers at least 2, each a process on a host of its own
 * @param configuration of all processes
 */
public record ClusterSettings(int taskManagers, Configuration configuration) {
    /** Slots that there are at least: a job of this parallelism runs. */
    public static final int LEAST_SLOTS = 4;

    /** A system property: batches of so many records at most, in all runs, whatever is drawn. */
    public static final String BATCH_RECORDS = "millstream.test.batch.records";

    /** What no batch of such short jobs reaches, so that none is ever full. */
    private static final int LARGEST_BATCH = 1 << 20;

    /** Draws settings for a run: queues are tiny, so that everything that can be full is. */
    public static ClusterSettings draw(SeededRandom random) {
        int taskManagers = random.between(2, 3);
        int leastSlots = (LEAST_SLOTS + taskManagers - 1) / taskManagers;
        Configuration configuration =
                new Configuration()
                        .set(
                                TaskManagerOptions.NUM_TASK_SLOTS,
                                random.between(leastSlots, LEAST_SLOTS))
                        .set(
                                TaskManagerOptions.METRICS_INTERVAL,
                                random.pick(List.of(Duration.ofMillis(50), Duration.ofSeconds(1))))
                        .set(
                                RpcOptions.LOOKUP_TIMEOUT,
                                random.pick(List.of(Duration.ofSeconds(1), Duration.ofSeconds(3))));
        drawExchange(random, configuration);
        return new ClusterSettings(taskManagers, configuration);
    }

    private static void drawExchange(SeededRandom random, Configuration configuration) {
        int drawn = random.pick(List.of(1, 2, 7, 50, LARGEST_BATCH));
        configuration
                .set(ExchangeOptions.BATCH_RECORDS, Integer.getInteger(BATCH_RECORDS, drawn))
                .set(ExchangeOptions.BATCH_BYTES, bytes(random.pick(List.of(1, 100, 32 << 10))))
                .set(ExchangeOptions.QUEUE_BATCHES, random.between(1, 4))
                .set(ExchangeOptions.QUEUE_BYTES, bytes(random.pick(List.of(1, 60, 256 << 10))))
                .set(ExchangeOptions.CREDITS, random.between(1, 4))
                .set(
                        ExchangeOptions.BUFFER_TIMEOUT,
                        random.pick(
                                List.of(
                                        Duration.ZERO,
                                        Duration.ofMillis(1),
                                        Duration.ofMillis(100))));
    }

    private static MemorySize bytes(int size) {
        return new MemorySize(size);
    }
}
