package dev.millstream.benchmarks.link;

import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.BatchBounds;
import dev.millstream.engine.exchange.element.BatchDecoder;
import dev.millstream.engine.exchange.element.BatchEncoder;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.types.serialization.Serializers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Batches of records with key hashes, as they cross a link. Times are of a record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class BatchBenchmark {
    private static final int RECORDS = 1024;

    /** Which records; mixed: by turns of two classes. */
    @Param({"longs", "string", "tuple", "mixed"})
    public String kind = "";

    private final Serializers serializers = new Serializers(BatchBenchmark.class.getClassLoader());
    private final BatchEncoder encoder =
            new BatchEncoder(serializers, new BatchBounds(2 * RECORDS, 1 << 20, 1 << 20));
    private final BatchDecoder decoder = new BatchDecoder(serializers);
    private final Object[] records = new Object[RECORDS];
    private EncodedBatch encoded = encoder.finish();

    /** Three numbers. */
    record ThreeLongs(long key, long value, long time) {}

    /** Makes records, and sends the schemas. */
    @Setup
    public void prepare() {
        for (int i = 0; i < RECORDS; i++) {
            records[i] = record(i);
        }
        decode(encode());
        encoded = encode();
    }

    private Object record(int index) {
        return switch (kind) {
            case "string" -> "word" + index;
            case "tuple" -> Tuple2.of("word" + index, (long) index);
            case "mixed" -> index % 2 == 0 ? new ThreeLongs(index, 1, 0) : "word" + index;
            default -> new ThreeLongs(index, 1, 0);
        };
    }

    /** Records to a batch of bytes. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public EncodedBatch encode() {
        for (int i = 0; i < RECORDS; i++) {
            encoder.addHashed(records[i], Batch.NO_TIMESTAMP, i);
        }
        return encoder.finish();
    }

    /** A batch of bytes to records. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public Batch decode() {
        return decode(encoded);
    }

    private Batch decode(EncodedBatch batch) {
        return decoder.decode(
                batch.array(), EncodedBatch.PREFIX_BYTES, batch.end() - EncodedBatch.PREFIX_BYTES);
    }
}
