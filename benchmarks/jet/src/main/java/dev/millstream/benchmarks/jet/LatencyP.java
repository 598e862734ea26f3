package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.core.AbstractProcessor;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.latency.Latencies;
import java.io.IOException;
import java.nio.file.Path;

/** Notes how late each sum comes, cooperatively. */
final class LatencyP extends AbstractProcessor {
    private final String folder;
    private final Latencies latencies;

    LatencyP(String folder, long ignoredBeforeNs) {
        this.folder = folder;
        this.latencies = new Latencies(ignoredBeforeNs);
    }

    @Override
    protected boolean tryProcess(int ordinal, Object item) {
        Event sum = (Event) item;
        latencies.add(sum.time(), Fingerprints.update(sum.key(), sum.value()));
        return true;
    }

    @Override
    public boolean complete() {
        try {
            latencies.save(Path.of(folder));
        } catch (IOException e) {
            throw new IllegalStateException("The results can't be kept in " + folder, e);
        }
        return true;
    }
}
