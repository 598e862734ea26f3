package dev.millstream.benchmarks.exchange;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.ExchangeOptions;
import dev.millstream.streaming.api.operations.Partitioning;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The exchange hand-over: making records, handing them over by reference, looking at them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseG1GC"})
public class HandOverBenchmark {
    private static final int RECORDS = 4_000_000;

    /** Most records of a batch. */
    @Param({"1", "64", "1024"})
    public int batch;

    private Crossing keyed = new Crossing(new Configuration(), new Partitioning.Forward());
    private Crossing forward = keyed;

    /** Starts the exchanges. */
    @Setup(Level.Trial)
    public void start() {
        keyed.close();
        Configuration configuration = new Configuration().set(ExchangeOptions.BATCH_RECORDS, batch);
        keyed =
                new Crossing(
                        configuration,
                        new Partitioning.Hash<Crossing.Item, Long>(Crossing.Item::key));
        forward = new Crossing(configuration, new Partitioning.Forward());
    }

    /** Stops them. */
    @TearDown(Level.Trial)
    public void stop() {
        keyed.close();
        forward.close();
    }

    /** Two tasks to two tasks, by key. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long twoToTwoByKey() {
        return keyed.run(2, 2, RECORDS / 2);
    }

    /** One task to one. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long oneToOne() {
        return forward.run(1, 1, RECORDS);
    }
}
