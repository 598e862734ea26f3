package dev.millstream.benchmarks.programs.latency;

import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.latency.Pacer;
import dev.millstream.benchmarks.workload.latency.Schedule;
import dev.millstream.core.io.InputStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Emits events as they become due. */
final class PacedReader implements SourceReader<Event, PacedSplit> {
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
    public InputStatus pollNext(ReaderOutput<Event> output) {
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
        output.collect(event);
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
