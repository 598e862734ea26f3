package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Chain;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.Mix;
import dev.millstream.benchmarks.workload.Tally;

/** W5: the eight steps in one loop. */
final class ChainLoop {
    private ChainLoop() {}

    static Tally run(long from, long to) {
        Tally tally = new Tally();
        for (long position = from; position < to; position++) {
            long mixed = Mix.of(position);
            long value = Chain.scaled(mixed & 0xFFFF);
            if (!Chain.isOdd(value)) {
                continue;
            }
            long key = Chain.flipped(mixed >>> 40);
            rest(key, value, position, tally);
            if (Chain.isTwin(key)) {
                rest(key + 1, value, position, tally);
            }
        }
        return tally;
    }

    private static void rest(long key, long value, long time, Tally tally) {
        if (!Chain.isKept(key)) {
            return;
        }
        long blended = Chain.blended(key, value);
        if (Chain.isPassed(blended)) {
            tally.add(Fingerprints.event(key, blended, Chain.shifted(time, blended)));
        }
    }
}
