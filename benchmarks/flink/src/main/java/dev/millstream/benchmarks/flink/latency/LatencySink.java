package dev.millstream.benchmarks.flink.latency;

import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.latency.Latencies;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.java.tuple.Tuple3;

/** Notes how late each sum comes: key, sum, and when its event was due. */
final class LatencySink implements Sink<Tuple3<Long, Long, Long>> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final long ignoredBeforeNs;

    LatencySink(Path folder, long ignoredBeforeNs) {
        this.folder = folder.toString();
        this.ignoredBeforeNs = ignoredBeforeNs;
    }

    @Override
    public SinkWriter<Tuple3<Long, Long, Long>> createWriter(WriterInitContext context) {
        return new Writer(Path.of(folder), ignoredBeforeNs);
    }

    private static final class Writer implements SinkWriter<Tuple3<Long, Long, Long>> {
        private final Path folder;
        private final Latencies latencies;

        Writer(Path folder, long ignoredBeforeNs) {
            this.folder = folder;
            this.latencies = new Latencies(ignoredBeforeNs);
        }

        @Override
        public void write(Tuple3<Long, Long, Long> sum, Context context) {
            latencies.add(sum.f2, Fingerprints.update(sum.f0, sum.f1));
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (endOfInput) {
                latencies.save(folder);
            }
        }

        @Override
        public void close() {}
    }
}
