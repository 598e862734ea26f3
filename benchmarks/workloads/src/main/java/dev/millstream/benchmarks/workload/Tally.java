package dev.millstream.benchmarks.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How many records a result has, and their checksum. Sinks leave theirs in files of one folder, so
 * that it doesn't matter in which process they run. Not thread-safe.
 */
public final class Tally {
    private static final String SUFFIX = ".tally";

    private long count;
    private long checksum;

    /** Of nothing. */
    public Tally() {}

    /** Of what was counted elsewhere. */
    public Tally(long count, long checksum) {
        this.count = count;
        this.checksum = checksum;
    }

    /** Takes in one record. */
    public void add(long fingerprint) {
        count++;
        checksum += fingerprint;
    }

    /** Takes in what another has. */
    public void add(Tally other) {
        count += other.count;
        checksum += other.checksum;
    }

    public long count() {
        return count;
    }

    public long checksum() {
        return checksum;
    }

    /** Leaves it in a folder, under a name of its own. */
    public void save(Path folder) throws IOException {
        Files.writeString(folder.resolve(UUID.randomUUID() + SUFFIX), count + " " + checksum);
    }

    /** The sum of all that were left in a folder. */
    public static Tally load(Path folder) throws IOException {
        Tally sum = new Tally();
        for (Path file : files(folder)) {
            String[] words = Files.readString(file).split(" ", -1);
            sum.add(new Tally(Long.parseLong(words[0]), Long.parseLong(words[1])));
        }
        return sum;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && tally.count == count && tally.checksum == checksum;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(Mix.of(count, checksum));
    }

    @Override
    public String toString() {
        return count + " records, checksum " + Long.toHexString(checksum);
    }
}
