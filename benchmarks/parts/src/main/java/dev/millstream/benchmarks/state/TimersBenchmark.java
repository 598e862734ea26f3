package dev.millstream.benchmarks.state;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.timer.Timers;
import dev.millstream.types.key.StableHash;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A timer for each of many keys, spread over ten minutes: all are registered, then all fire. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 4)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class TimersBenchmark {
    private static final int TEN_MINUTES_MS = 600_000;
    private static final int STEPS = 600;

    /** How many timers there are. */
    @Param({"1000000", "10000000"})
    public int timers;

    /** Time for all of them. */
    @Benchmark
    public long registerAndFire(Blackhole hole) {
        KeyGroupRange range = KeyGroupRange.of(0, 1, 128);
        Timers all = new Timers(range, KeyKind.LONG);
        SplittableRandom random = new SplittableRandom(42);
        for (long key = 0; key < timers; key++) {
            int hash = StableHash.ofLong(key);
            all.add(range.indexOf(key, hash), key, hash, random.nextInt(TEN_MINUTES_MS));
        }
        for (int step = 1; step <= STEPS; step++) {
            all.fire(
                    step * (long) (TEN_MINUTES_MS / STEPS), (key, hash, time) -> hole.consume(key));
        }
        return all.size();
    }
}
