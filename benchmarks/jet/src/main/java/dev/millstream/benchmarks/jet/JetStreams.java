package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.core.ProcessorMetaSupplier;
import com.hazelcast.jet.pipeline.BatchSource;
import com.hazelcast.jet.pipeline.Sink;
import com.hazelcast.jet.pipeline.Sinks;
import com.hazelcast.jet.pipeline.Sources;
import com.hazelcast.jet.pipeline.StreamSource;
import dev.millstream.benchmarks.process.Assignment;

/** Sources and sinks. */
final class JetStreams {
    private static final int PARALLELISM = 2;

    private JetStreams() {}

    static <T> BatchSource<T> batch(long count, GeneratedP.Generator<T> generator) {
        return Sources.batchFromProcessor(
                "generated",
                ProcessorMetaSupplier.of(PARALLELISM, () -> new GeneratedP<>(count, generator)));
    }

    static <T> StreamSource<T> stream(long count, GeneratedP.Generator<T> generator) {
        return Sources.streamFromProcessor(
                "generated",
                ProcessorMetaSupplier.of(PARALLELISM, () -> new GeneratedP<>(count, generator)));
    }

    static <T> Sink<T> tally(Assignment assignment, TallyP.Fingerprint<T> fingerprint) {
        String folder = assignment.results().toString();
        return Sinks.fromProcessor(
                "tally",
                ProcessorMetaSupplier.of(PARALLELISM, () -> new TallyP<>(folder, fingerprint)));
    }
}
