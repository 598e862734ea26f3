package dev.millstream.benchmarks.programs;

import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.benchmarks.workload.Tally;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Counts records and adds up their fingerprints.
 *
 * @param <T> records
 */
public final class TallySink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    /** Makes a number of a record. */
    @FunctionalInterface
    public interface Fingerprint<T> extends Serializable {
        /** The number. */
        long of(T value);
    }

    private final String folder;
    private final Fingerprint<T> fingerprint;

    /** Leaves what it has counted in a folder. */
    public TallySink(Path folder, Fingerprint<T> fingerprint) {
        this.folder = folder.toString();
        this.fingerprint = fingerprint;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(Path.of(folder), fingerprint);
    }

    private static final class Writer<T> implements SinkWriter<T> {
        private final Path folder;
        private final Fingerprint<T> fingerprint;
        private final Tally tally = new Tally();

        Writer(Path folder, Fingerprint<T> fingerprint) {
            this.folder = folder;
            this.fingerprint = fingerprint;
        }

        @Override
        public void write(T element, Context context) {
            tally.add(fingerprint.of(element));
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (endOfInput) {
                tally.save(folder);
            }
        }

        @Override
        public void close() {}
    }
}
