package dev.millstream.benchmarks.types;

import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.types.key.KeyGroups;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The key group of a key. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class KeyBenchmark {
    /** Which kind of key. */
    @Param({"string", "long", "longs", "tuple"})
    public String value = "";

    private Object key = "";

    /** Makes the key. */
    @Setup
    public void prepare() {
        key =
                switch (value) {
                    case "string" -> "millstream";
                    case "long" -> 4_000_000_000L;
                    case "longs" -> new Rows.ThreeLongs(1, 2, 3);
                    default -> Tuple2.of("word", 17L);
                };
    }

    /** Key to key group. */
    @Benchmark
    public int assign() {
        return KeyGroups.assign(key, 128);
    }
}
