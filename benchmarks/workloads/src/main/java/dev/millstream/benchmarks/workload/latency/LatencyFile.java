package dev.millstream.benchmarks.workload.latency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Histograms that sinks leave in files of one folder. */
public final class LatencyFile {
    private static final String SUFFIX = ".histogram";

    private LatencyFile() {}

    /** Leaves one, under a name of its own. */
    static void save(Histogram histogram, Path folder) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        histogram.encodeIntoByteBuffer(bytes);
        byte[] content = new byte[bytes.flip().remaining()];
        bytes.get(content);
        Files.write(folder.resolve(UUID.randomUUID() + SUFFIX), content);
    }

    /** Percentiles, in nanoseconds, of all that were left in a folder; none if there is nothing. */
    public static Map<String, Long> percentiles(Path folder) throws IOException {
        Histogram sum = Latencies.emptyHistogram();
        for (Path file : files(folder)) {
            sum.add(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(Files.readAllBytes(file)), 0));
        }
        Map<String, Long> percentiles = new TreeMap<>();
        if (sum.getTotalCount() > 0) {
            percentiles.put("p50Nanos", sum.getValueAtPercentile(50));
            percentiles.put("p99Nanos", sum.getValueAtPercentile(99));
            percentiles.put("p999Nanos", sum.getValueAtPercentile(99.9));
            percentiles.put("p9999Nanos", sum.getValueAtPercentile(99.99));
            percentiles.put("maxNanos", sum.getMaxValue());
        }
        return percentiles;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
    }
}
