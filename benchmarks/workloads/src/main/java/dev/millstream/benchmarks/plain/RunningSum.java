package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.Tally;
import java.util.function.LongUnaryOperator;

/** W2: a sum for each key, emitted at each event. */
final class RunningSum implements KeyedTask {
    private final LongTable sums = new LongTable(1);
    private final Tally tally = new Tally();
    private final LongUnaryOperator keyCode;

    /**
     * With keys of some kind.
     *
     * @param keyCode what stands for a key in fingerprints
     */
    RunningSum(LongUnaryOperator keyCode) {
        this.keyCode = keyCode;
    }

    @Override
    public void event(long key, long value, long time) {
        int row = sums.row(key);
        long sum = sums.cells()[row + 1] += value;
        tally.add(Fingerprints.update(keyCode.applyAsLong(key), sum));
    }

    @Override
    public void advance(long time) {}

    @Override
    public void end() {}

    @Override
    public Tally tally() {
        return tally;
    }
}
