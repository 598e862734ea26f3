package dev.millstream.benchmarks.types;

import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.serialization.Serializers;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Records of a channel, whose type nobody declared. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class RecordStreamBenchmark {
    /** Which kind of record. */
    @Param({"string", "longs", "tuple", "trade"})
    public String value = "";

    private final Serializers serializers =
            new Serializers(RecordStreamBenchmark.class.getClassLoader());
    private final RecordEncoder encoder = new RecordEncoder(serializers);
    private final RecordDecoder decoder = new RecordDecoder(serializers);
    private final Output out = new Output(4096);
    private final Input in = new Input(new byte[0]);
    private Object object = "";
    private byte[] bytes = new byte[0];

    /** Sends the schema. */
    @Setup
    public void prepare() {
        object =
                switch (value) {
                    case "string" -> "millstream";
                    case "longs" -> new Rows.ThreeLongs(1, 2, 3);
                    case "tuple" -> Tuple2.of("word", 17L);
                    default -> Rows.trade(7);
                };
        encoder.encode(object, out);
        decoder.decode(new Input(out.toByteArray()));
        encode();
        bytes = out.toByteArray();
    }

    /** Record to bytes. */
    @Benchmark
    public int encode() {
        out.reset();
        encoder.encode(object, out);
        return out.position();
    }

    /** Bytes to record. */
    @Benchmark
    public @Nullable Object decode() {
        in.reset(bytes, 0, bytes.length);
        return decoder.decode(in);
    }
}
