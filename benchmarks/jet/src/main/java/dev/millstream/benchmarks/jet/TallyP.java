package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.core.AbstractProcessor;
import dev.millstream.benchmarks.workload.Tally;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Counts records and adds up their fingerprints, cooperatively.
 *
 * @param <T> records
 */
final class TallyP<T> extends AbstractProcessor {
    /** Makes a number of a record. */
    @FunctionalInterface
    interface Fingerprint<T> extends Serializable {
        long of(T value);
    }

    private final String folder;
    private final Fingerprint<T> fingerprint;
    private final Tally tally = new Tally();

    TallyP(String folder, Fingerprint<T> fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    @Override
    @SuppressWarnings("unchecked") // a processor isn't told its items' type
    protected boolean tryProcess(int ordinal, Object item) {
        tally.add(fingerprint.of((T) item));
        return true;
    }

    @Override
    public boolean complete() {
        try {
            tally.save(Path.of(folder));
        } catch (IOException e) {
            throw new IllegalStateException("The results can't be kept in " + folder, e);
        }
        return true;
    }
}
