package dev.millstream.benchmarks.exchange;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.input.Delivery;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.lane.TaskBody;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tasks that write records to tasks that read them, all in one process. */
final class Crossing implements AutoCloseable {
    /**
     * What is handed over.
     *
     * @param key decides which task gets it
     * @param value added up
     * @param time so that it is as large as an event
     */
    record Item(long key, long value, long time) {}

    private static final int KEY_GROUPS = 128;

    private final MachinePlatform platform = MachinePlatform.alone("crossing");
    private final Serializers serializers = new Serializers(Crossing.class.getClassLoader());
    private final Exchange exchange;
    private final Partitioning partitioning;
    private int attempt;

    Crossing(Configuration configuration, Partitioning partitioning) {
        this.exchange = new Exchange(platform, configuration);
        this.partitioning = partitioning;
        var _ = exchange.startLocal();
    }

    /** Lets so many producers write to so many consumers; returns the sum that these found. */
    long run(int producers, int consumers, long recordsOfEach) {
        attempt++;
        List<CompletableFuture<Long>> ends = new ArrayList<>();
        for (int i = 0; i < consumers; i++) {
            int index = i;
            CompletableFuture<Long> end = new CompletableFuture<>();
            ends.add(end);
            start(end, waiting -> end.complete(consume(index, producers, waiting)));
        }
        for (int i = 0; i < producers; i++) {
            int index = i;
            CompletableFuture<Long> end = new CompletableFuture<>();
            ends.add(end);
            start(
                    end,
                    waiting -> {
                        produce(index, consumers, recordsOfEach, waiting);
                        end.complete(0L);
                    });
        }
        return ends.stream().mapToLong(CompletableFuture::join).sum();
    }

    private void start(CompletableFuture<Long> end, TaskBody body) {
        var _ =
                platform.taskThreads()
                        .start(
                                "task",
                                Crossing.class.getClassLoader(),
                                body,
                                () ->
                                        end.completeExceptionally(
                                                new IllegalStateException("A task has failed")));
    }

    private PartitionID partition(int producer) {
        JobID job = new JobID(1, attempt);
        return new PartitionID(
                new ExecutionAttemptID(job, new JobVertexID(3, 4), false, producer, 0, 1, 0), 0);
    }

    private void produce(int index, int consumers, long records, Waiting waiting) {
        ResultPartitionDescriptor result =
                new ResultPartitionDescriptor(partition(index), ResultKind.PIPELINED, consumers, 0);
        try (ResultPartition partition =
                exchange.createPartition(result, serializers, waiting.thread(), waiting::await)) {
            RecordWriter writer = partition.writer(partitioning, KEY_GROUPS);
            for (long i = 0; i < records; i++) {
                long mixed = mix(i);
                writer.emit(new Item(mixed >>> 44, mixed & 1023, i), Batch.NO_TIMESTAMP);
            }
            writer.finish();
        }
    }

    /** Of Steele, Lea and Flood's SplitMix64. */
    private static long mix(long index) {
        long z = index * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }

    private long consume(int index, int producers, Waiting waiting) throws InterruptedException {
        List<InputChannelDescriptor> channels = new ArrayList<>();
        for (int producer = 0; producer < producers; producer++) {
            channels.add(
                    new InputChannelDescriptor(partition(producer), index, exchange.address()));
        }
        long sum = 0;
        try (InputGate gate =
                exchange.createGate(
                        new InputGateDescriptor(ResultKind.PIPELINED, channels),
                        serializers,
                        waiting.thread())) {
            while (!gate.isFinished()) {
                Delivery delivery = gate.poll();
                if (delivery == null) {
                    waiting.await(Waiting.FOREVER);
                } else {
                    sum += sum(delivery.batch());
                }
            }
        }
        return sum;
    }

    private static long sum(Batch batch) {
        long sum = 0;
        for (int i = 0; i < batch.size(); i++) {
            Item item = (Item) batch.value(i);
            sum += item.key() ^ item.value();
        }
        return sum;
    }

    @Override
    public void close() {
        exchange.close().join();
        platform.close();
    }
}
