package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.process.Engine;
import dev.millstream.benchmarks.process.Program;
import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;

/**
 * The workloads written by hand. Variants: {@code one} thread, {@code two}; of W1 also {@code
 * one-bytes} and {@code two-bytes}.
 */
public final class PlainEngine implements Engine {
    /** On one thread. */
    public static final String ONE = "one";

    /** On two threads. */
    public static final String TWO = "two";

    @Override
    public Program program(Workload workload, String variant) {
        int threads = variant.startsWith(TWO) ? 2 : 1;
        return switch (workload) {
            case W1 ->
                    variant.endsWith("-bytes")
                            ? WordCounting.byBytes(threads)
                            : WordCounting.byLines(threads);
            case W2, W3, W4, N5, N8 -> keyed(workload, threads);
            case W5 -> stateless(threads, ChainLoop::run);
            case N0, N1, N2 ->
                    stateless(threads, (from, to) -> NexmarkLoop.run(workload, from, to));
            case W7A, W7B -> PacedSums.of(workload);
            case W8, W12 ->
                    throw new IllegalArgumentException(workload + " is no program in a process");
        };
    }

    private static Program keyed(Workload workload, int threads) {
        return assignment -> {
            KeyedWork work = new KeyedWork(workload, key -> key);
            if (threads == 1) {
                work.onOneThread(assignment.units()).save(assignment.results());
            } else {
                work.onTwoThreads(assignment.units()).save(assignment.results());
            }
        };
    }

    /** What makes of a range of indexes a tally. */
    private interface Loop {
        Tally run(long from, long to);
    }

    private static Program stateless(int threads, Loop loop) {
        return assignment -> {
            long count = assignment.units();
            Tally tally = new Tally();
            if (threads == 1) {
                tally.add(loop.run(0, count));
            } else {
                Tally[] parts = new Tally[2];
                TwoThreads.both(
                        () -> parts[0] = loop.run(0, count / 2),
                        () -> parts[1] = loop.run(count / 2, count));
                tally.add(parts[0]);
                tally.add(parts[1]);
            }
            tally.save(assignment.results());
        };
    }

    @Override
    public void close() {}
}
