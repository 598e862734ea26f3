package dev.millstream.benchmarks.types;

import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;
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

/** One value to bytes and back, with a serializer of known type. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class SerializerBenchmark {
    /** Which kind of value. */
    @Param({"longs", "tuple", "trade", "basket"})
    public String value = "";

    private final Output out = new Output(4096);
    private final Input in = new Input(new byte[0]);
    private Serializer<Object> serializer =
            new Serializers(SerializerBenchmark.class.getClassLoader()).dynamic();
    private Object object = "";
    private byte[] bytes = new byte[0];

    /** Writes the value once. */
    @Setup
    public void prepare() {
        object =
                switch (value) {
                    case "longs" -> new Rows.ThreeLongs(1, 2, 3);
                    case "tuple" -> Tuple2.of("word", 17L);
                    case "trade" -> Rows.trade(7);
                    default -> Rows.basket();
                };
        serializer =
                new Serializers(SerializerBenchmark.class.getClassLoader())
                        .ofExactClass(object.getClass());
        serializer.write(object, out);
        bytes = out.toByteArray();
    }

    /** Object to bytes. */
    @Benchmark
    public int write() {
        out.reset();
        serializer.write(object, out);
        return out.position();
    }

    /** Bytes to object. */
    @Benchmark
    public Object read() {
        in.reset(bytes, 0, bytes.length);
        return serializer.read(in);
    }

    /** Object to object. */
    @Benchmark
    public Object copy() {
        return serializer.copy(object);
    }
}
