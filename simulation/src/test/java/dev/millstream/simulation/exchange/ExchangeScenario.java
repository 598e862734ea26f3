package dev.millstream.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.engine.exchange.ExchangeOptions;
import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.input.Delivery;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Two processes with two producers and two consumers each: every producer sends a sequence of
 * numbers to all consumers in turn.
 */
final class ExchangeScenario {
    private static final int TASKS = 4;
    private static final int RECORDS = 60;
    private static final ClassLoader LOADER = ExchangeScenario.class.getClassLoader();

    private final SimulatedWorld world;
    private final ResultKind kind;
    private final List<SimulatedPlatform> platforms = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<Integer, List<Long>> received = new TreeMap<>();
    private int ended;
    private @Nullable Throwable failure;

    ExchangeScenario(SimulatedWorld world) {
        this.world = world;
        SeededRandom random = world.scheduler().random().stream("exchange scenario");
        this.kind = random.chance(0.7) ? ResultKind.PIPELINED : ResultKind.BLOCKING;
        Configuration configuration =
                new Configuration()
                        .set(ExchangeOptions.BATCH_RECORDS, random.between(1, 5))
                        .set(ExchangeOptions.QUEUE_BATCHES, random.between(1, 3))
                        .set(ExchangeOptions.QUEUE_BYTES, new MemorySize(random.between(1, 200)))
                        .set(ExchangeOptions.CREDITS, random.between(1, 3));
        for (int i = 0; i < 2; i++) {
            SimulatedPlatform platform = world.startProcess("tm-" + i, "host-" + i);
            platforms.add(platform);
            exchanges.add(new Exchange(platform, configuration));
        }
    }

    void run() {
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Address> started =
                    exchanges.get(i).start(new Address(platforms.get(i).host(), 0));
            world.scheduler().runUntil("listening", started::isDone);
            world.wire().makeReliable(started.join());
        }
        for (int i = 0; i < TASKS; i++) {
            int index = i;
            start(index, "producer", waiting -> produce(index, waiting));
            start(index, "consumer", waiting -> consume(index, waiting));
        }
        world.scheduler().runUntil("all tasks", () -> ended == 2 * TASKS);
        assertThat(failure).isNull();
        checkRecords();
        exchanges.forEach(exchange -> exchange.releaseJob(new JobID(1, 1)));
        world.scheduler().runFor(10_000_000_000L);
        for (Exchange exchange : exchanges) {
            assertThat(exchange.outstanding().isAtRest())
                    .describedAs("%s", exchange.outstanding())
                    .isTrue();
        }
        for (SimulatedPlatform platform : platforms) {
            assertThat(platform.inUse()).isEmpty();
        }
    }

    private void checkRecords() {
        List<Long> all = received.values().stream().flatMap(List::stream).sorted().toList();
        assertThat(all).isEqualTo(LongStream.range(0, (long) TASKS * RECORDS).boxed().toList());
        for (List<Long> inOrder : received.values()) {
            for (int producer = 0; producer < TASKS; producer++) {
                int from = producer;
                assertThat(inOrder.stream().filter(value -> value / RECORDS == from).toList())
                        .isSorted();
            }
        }
    }

    private interface Body {
        void run(Waiting waiting) throws InterruptedException;
    }

    private void start(int index, String role, Body body) {
        platforms
                .get(index % 2)
                .taskThreads()
                .start(
                        role + "-" + index,
                        LOADER,
                        waiting -> {
                            try {
                                body.run(waiting);
                            } catch (RuntimeException problem) {
                                failure = problem;
                            }
                        },
                        () -> ended++);
    }

    private void produce(int index, Waiting waiting) {
        ResultPartition partition =
                exchanges
                        .get(index % 2)
                        .createPartition(
                                new ResultPartitionDescriptor(id(index), kind, TASKS, 0),
                                new Serializers(LOADER),
                                waiting.thread(),
                                waiting::await);
        try (partition) {
            RecordWriter writer = partition.writer(new Partitioning.Rebalance(), 128);
            for (int i = 0; i < RECORDS; i++) {
                writer.emit((long) index * RECORDS + i, Batch.NO_TIMESTAMP);
                waiting.pause();
            }
            writer.finish();
        }
    }

    private void consume(int index, Waiting waiting) throws InterruptedException {
        List<Long> values = new ArrayList<>();
        received.put(index, values);
        List<InputChannelDescriptor> channels =
                IntStream.range(0, TASKS)
                        .mapToObj(producer ->
                                new InputChannelDescriptor(
                                        id(producer), index, exchanges.get(producer % 2).address()))
                        .toList();
        try (InputGate gate =
                exchanges
                        .get(index % 2)
                        .createGate(
                                new InputGateDescriptor(kind, channels),
                                new Serializers(LOADER),
                                waiting.thread())) {
            while (!gate.isFinished()) {
                Delivery delivery = gate.poll();
                if (delivery == null) {
                    waiting.await(Waiting.FOREVER);
                } else {
                    for (int i = 0; i < delivery.batch().size(); i++) {
                        values.add((Long) delivery.batch().value(i));
                    }
                }
            }
        }
    }

    private static PartitionID id(int producer) {
        return new PartitionID(
                new ExecutionAttemptID(
                        new JobID(1, 1), new JobVertexID(2, 2), false, producer, 0, 1, 0),
                0);
    }
}
