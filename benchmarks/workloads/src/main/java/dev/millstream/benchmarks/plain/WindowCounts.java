package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.Tally;
import java.util.function.LongUnaryOperator;

/** W3 and W4: every key of every window is a result. */
final class WindowCounts implements WindowResult {
    private final Tally tally;
    private final LongUnaryOperator keyCode;

    WindowCounts(Tally tally, LongUnaryOperator keyCode) {
        this.tally = tally;
        this.keyCode = keyCode;
    }

    @Override
    public void key(long key, long count, long sum) {
        tally.add(Fingerprints.window(keyCode.applyAsLong(key), count, sum));
    }

    @Override
    public void windowEnd(long end) {}
}
