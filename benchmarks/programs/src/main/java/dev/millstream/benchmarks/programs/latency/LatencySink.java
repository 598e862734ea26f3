package dev.millstream.benchmarks.programs.latency;

import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.latency.Latencies;
import java.io.IOException;
import java.nio.file.Path;

/** Notes how late each sum comes: key, sum, and when its event was due. */
final class LatencySink implements Sink<Event> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final long ignoredBeforeNs;

    LatencySink(Path folder, long ignoredBeforeNs) {
        this.folder = folder.toString();
        this.ignoredBeforeNs = ignoredBeforeNs;
    }

    @Override
    public SinkWriter<Event> createWriter(WriterInitContext context) {
        return new Writer(Path.of(folder), ignoredBeforeNs);
    }

    private static final class Writer implements SinkWriter<Event> {
        private final Path folder;
        private final Latencies latencies;

        Writer(Path folder, long ignoredBeforeNs) {
            this.folder = folder;
            this.latencies = new Latencies(ignoredBeforeNs);
        }

        @Override
        public void write(Event sum, Context context) {
            latencies.add(sum.time(), Fingerprints.update(sum.key(), sum.value()));
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
