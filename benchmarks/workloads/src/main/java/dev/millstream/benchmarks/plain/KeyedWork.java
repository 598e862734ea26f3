package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.nexmark.NexmarkRules;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.LongUnaryOperator;

/** The keyed workloads: their sources, tasks and results. */
final class KeyedWork {
    private static final long SECOND_MS = 1_000;
    private static final int W3_SLICES = 10;

    private final Workload workload;
    private final LongUnaryOperator keyCode;

    KeyedWork(Workload workload, LongUnaryOperator keyCode) {
        this.workload = workload;
        this.keyCode = keyCode;
    }

    Tally onOneThread(long count) {
        HotAuctions hot = new HotAuctions();
        KeyedTask task = task(hot);
        OneThread.run(source(), task, count);
        return workload == Workload.N5 ? HotAuctions.merged(List.of(hot)) : task.tally();
    }

    Tally onTwoThreads(long count) throws InterruptedException, ExecutionException {
        List<HotAuctions> hot = List.of(new HotAuctions(), new HotAuctions());
        KeyedTask first = task(hot.getFirst());
        KeyedTask second = task(hot.getLast());
        TwoThreads.run(source(), first, second, count);
        Tally sum = first.tally();
        sum.add(second.tally());
        return workload == Workload.N5 ? HotAuctions.merged(hot) : sum;
    }

    private KeyedSource source() {
        return switch (workload) {
            case W3 -> new KeyedSources.Timed(Events.FEW_KEYS);
            case W4 -> new KeyedSources.Timed(Events.MANY_KEYS);
            case N5 -> new KeyedSources.Bids();
            case N8 -> new KeyedSources.PeopleAndAuctions();
            case W1, W2, W5, N0, N1, N2, W7A, W7B, W8, W12 -> new KeyedSources.Running();
        };
    }

    private KeyedTask task(HotAuctions hot) {
        Tally tally = new Tally();
        WindowCounts counts = new WindowCounts(tally, keyCode);
        return switch (workload) {
            case W3 -> new SlidingWindows(SECOND_MS, W3_SLICES, tally, counts);
            case W4 -> new SlidingWindows(SECOND_MS, 1, tally, counts);
            case N5 ->
                    new SlidingWindows(
                            NexmarkRules.HOT_SLIDE_MS,
                            (int) (NexmarkRules.HOT_WINDOW_MS / NexmarkRules.HOT_SLIDE_MS),
                            tally,
                            hot);
            case N8 -> new NewSellers();
            case W1, W2, W5, N0, N1, N2, W7A, W7B, W8, W12 -> new RunningSum(keyCode);
        };
    }
}
