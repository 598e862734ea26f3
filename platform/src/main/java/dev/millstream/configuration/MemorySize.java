package dev.millstream.configuration;

import java.util.List;
import java.util.Locale;

/**
 * A number of bytes. Written as a number and a unit, where {@code kb} is 1024 bytes; without a unit
 * it means bytes.
 */
public record MemorySize(long bytes) implements Comparable<MemorySize> {
    public static final MemorySize ZERO = new MemorySize(0);

    /** The position is the power of 1024. */
    private static final List<List<String>> UNITS =
            List.of(
                    List.of("bytes", "b", "byte", ""),
                    List.of("kb", "k", "kib", "kibibytes"),
                    List.of("mb", "m", "mib", "mebibytes"),
                    List.of("gb", "g", "gib", "gibibytes"),
                    List.of("tb", "t", "tib", "tebibytes"));

    public MemorySize {
        if (bytes < 0) {
            throw new IllegalArgumentException("A memory size is not negative: " + bytes);
        }
    }

    public static MemorySize ofMebiBytes(long mebiBytes) {
        return new MemorySize(Math.multiplyExact(mebiBytes, 1L << 20));
    }

    /**
     * Reads a size as {@link #toString} or a person writes it.
     *
     * @throws IllegalArgumentException if the text is no size
     */
    public static MemorySize parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < lower.length() && Character.isDigit(lower.charAt(digits))) {
            digits++;
        }
        String unit = lower.substring(digits).strip();
        for (int power = 0; power < UNITS.size(); power++) {
            if (UNITS.get(power).contains(unit)) {
                long count = Long.parseLong(lower.substring(0, digits));
                return new MemorySize(Math.multiplyExact(count, 1L << (10 * power)));
            }
        }
        throw new IllegalArgumentException("Unknown unit '" + unit + "' in '" + text + "'");
    }

    public long getBytes() {
        return bytes;
    }

    /** Rounded down. */
    public long getKibiBytes() {
        return bytes >> 10;
    }

    /** Rounded down. */
    public int getMebiBytes() {
        return Math.toIntExact(bytes >> 20);
    }

    @Override
    public int compareTo(MemorySize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** In the largest unit that gives a whole number; {@link #parse} reads it. */
    @Override
    public String toString() {
        int power = 0;
        while (bytes != 0 && power + 1 < UNITS.size() && bytes % (1L << (10 * (power + 1))) == 0) {
            power++;
        }
        return (bytes >> (10 * power)) + " " + UNITS.get(power).getFirst();
    }
}
