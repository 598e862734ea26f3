package dev.millstream.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.fixture.Wiring;
import dev.millstream.engine.exchange.input.Delivery;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.machine.LocalHub;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real threads, two exchanges with links between them, and bounds that are drawn from a seed. */
class ThreadedExchangeTest {
    private static final int TASKS = 4;
    private static final int PATIENCE_S = 60;

    private final Serializers serializers = new Serializers(getClass().getClassLoader());
    private final List<MachinePlatform> platforms = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<TaskThread> threads = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();

    record Item(int producer, int sequence) {}

    /** Part of a task that may fail. */
    private interface Work {
        void run(Waiting waiting) throws Exception;
    }

    @BeforeEach
    void startProcesses() {
        LocalHub hub = new LocalHub();
        for (int i = 0; i < 2; i++) {
            platforms.add(MachinePlatform.among(hub, "process-" + i));
        }
    }

    @AfterEach
    void stopProcesses() {
        platforms.forEach(MachinePlatform::close);
    }

    private void startExchanges(SplittableRandom random) {
        Configuration configuration =
                new Configuration()
                        .set(ExchangeOptions.BATCH_RECORDS, 1 + random.nextInt(5))
                        .set(ExchangeOptions.QUEUE_BATCHES, 1 + random.nextInt(3))
                        .set(ExchangeOptions.CREDITS, 1 + random.nextInt(3));
        for (MachinePlatform platform : platforms) {
            Exchange exchange = new Exchange(platform, configuration);
            exchange.start(new Address("host" + exchanges.size(), 0)).join();
            exchanges.add(exchange);
        }
    }

    /** The even tasks are in one process, the odd ones in the other. */
    private Exchange exchange(int task) {
        return exchanges.get(task % 2);
    }

    private void start(int task, Work work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        TaskThread thread =
                platforms
                        .get(task % 2)
                        .taskThreads()
                        .start(
                                "task",
                                getClass().getClassLoader(),
                                waiting -> {
                                    try {
                                        work.run(waiting);
                                        end.complete(null);
                                    } catch (Throwable e) {
                                        end.completeExceptionally(e);
                                    }
                                },
                                () -> {});
        threads.add(thread);
        ends.add(end);
    }

    private void await(Waiting waiting) throws InterruptedException {
        waiting.await(Waiting.FOREVER);
        if (cancelled.get()) {
            throw new CancellationException("cancelled");
        }
    }

    private void produce(int task, int records, Partitioning how, Waiting waiting) {
        try (ResultPartition partition =
                exchange(task)
                        .createPartition(
                                Wiring.result(task, ResultKind.PIPELINED, TASKS),
                                serializers,
                                waiting.thread(),
                                timeoutNs -> await(waiting))) {
            RecordWriter writer = partition.writer(how, 128);
            for (int i = 0; i < records; i++) {
                writer.emit(new Item(task, i), i);
                if (i % 37 == 0) {
                    writer.broadcast(new StreamEvent.Watermark(i));
                }
            }
            writer.finish();
        }
    }

    /** Returns the number of records; checks their order for each producer. */
    private long consume(int task, Waiting waiting) throws InterruptedException {
        List<InputChannelDescriptor> channels = new ArrayList<>();
        for (int producer = 0; producer < TASKS; producer++) {
            channels.add(
                    new InputChannelDescriptor(
                            Wiring.partition(producer), task, exchange(producer).address()));
        }
        int[] last = new int[TASKS];
        long[] watermark = new long[TASKS];
        long count = 0;
        try (InputGate gate =
                exchange(task)
                        .createGate(
                                new InputGateDescriptor(ResultKind.PIPELINED, channels),
                                serializers,
                                waiting.thread())) {
            while (!gate.isFinished()) {
                Delivery delivery = gate.poll();
                if (delivery == null) {
                    await(waiting);
                } else {
                    count += check(delivery, last, watermark);
                }
            }
        }
        return count;
    }

    private static long check(Delivery delivery, int[] last, long[] watermark) {
        Batch batch = delivery.batch();
        int channel = delivery.channel();
        for (int i = 0; i < batch.size(); i++) {
            Item item = (Item) batch.value(i);
            assertThat(item.producer()).isEqualTo(channel);
            assertThat(batch.timestamp(i)).isEqualTo(item.sequence());
            assertThat(item.sequence() + 1).isGreaterThan(last[channel]);
            assertThat(item.sequence()).isGreaterThanOrEqualTo((int) watermark[channel]);
            last[channel] = item.sequence() + 1;
        }
        if (batch.event() instanceof StreamEvent.Watermark(long timestampMs)) {
            watermark[channel] = timestampMs;
        }
        return batch.size();
    }

    private void awaitRest() {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (exchanges.stream().anyMatch(exchange -> !exchange.outstanding().isAtRest())
                && System.nanoTime() < deadlineNs) {
            Thread.onSpinWait();
        }
        for (Exchange exchange : exchanges) {
            assertThat(exchange.outstanding())
                    .matches(Outstanding::isAtRest, "nothing is held any more");
        }
    }

    private static @Nullable Throwable failure(CompletableFuture<Void> end) {
        return end.handle((done, failure) -> failure)
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void shouldCarryEverythingInOrder(int seed) {
        int records = 10_000;
        startExchanges(new SplittableRandom(seed));
        boolean broadcast = seed == 4;
        Partitioning how =
                broadcast
                        ? new Partitioning.Broadcast()
                        : new Partitioning.Hash<Item, Integer>(Item::sequence);
        long[] counts = new long[TASKS];
        for (int i = 0; i < TASKS; i++) {
            int task = i;
            start(task, waiting -> produce(task, records, how, waiting));
            start(task, waiting -> counts[task] = consume(task, waiting));
        }
        ends.forEach(end -> assertThat(failure(end)).isNull());
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        assertThat(total).isEqualTo((long) records * TASKS * (broadcast ? TASKS : 1));
        awaitRest();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16})
    void shouldHoldNothingAfterCancellationAtAnyMoment(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        startExchanges(random);
        for (int i = 0; i < TASKS; i++) {
            int task = i;
            start(
                    task,
                    waiting ->
                            produce(
                                    task,
                                    Integer.MAX_VALUE,
                                    new Partitioning.Rebalance(),
                                    waiting));
            start(task, waiting -> consume(task, waiting));
        }
        int spins = random.nextInt(1 << 22);
        for (int i = 0; i < spins; i++) {
            Thread.onSpinWait();
        }
        cancelled.set(true);
        threads.forEach(TaskThread::signal);
        for (CompletableFuture<Void> end : ends) {
            assertThat(failure(end))
                    .isInstanceOfAny(CancellationException.class, PartitionFailedException.class);
        }
        awaitRest();
    }
}
