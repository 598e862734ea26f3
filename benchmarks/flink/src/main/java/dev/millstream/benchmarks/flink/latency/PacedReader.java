package dev.millstream.benchmarks.flink.latency;

import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.latency.Pacer;
import dev.millstream.benchmarks.workload.latency.Schedule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Emits events as they become due. */
final class PacedReader implements SourceReader<Tuple3<Long, Long, Long>, PacedSplit> {
    private final Schedule schedule;
    private final int readers;
    private final CompletableFuture<Void> splitArrived = new CompletableFuture<>();
    private @Nullable Pacer pacer;

    PacedReader(Schedule schedule, int readers) {
        this.schedule = schedule;
        this.readers = readers;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<Tuple3<Long, Long, Long>> output) {
        Pacer events = pacer;
        if (events == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        if (events.isFinished()) {
            return InputStatus.END_OF_INPUT;
        }
        if (!events.isDue()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        Event event = events.take();
        output.collect(Tuple3.of(event.key(), event.value(), event.time()));
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        Pacer events = pacer;
        if (events == null) {
            return splitArrived;
        }
        return events.isFinished() ? CompletableFuture.completedFuture(null) : events.untilDue();
    }

    @Override
    public List<PacedSplit> snapshotState(long checkpoint) {
        return List.of();
    }

    @Override
    public void addSplits(List<PacedSplit> splits) {
        pacer = new Pacer(schedule, splits.getFirst().number(), readers);
        splitArrived.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {
        if (pacer != null) {
            pacer.close();
        }
    }
}
