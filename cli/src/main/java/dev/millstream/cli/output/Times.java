package dev.millstream.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
public final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private Times() {}

    /** A point in time, in the machine's zone; nothing for a negative one. */
    public static String at(long wallMs) {
        return wallMs < 0 ? "" : FORMAT.format(Instant.ofEpochMilli(wallMs));
    }

    /** A duration. */
    public static String lasting(long ms) {
        if (ms < 0) {
            return "";
        }
        long seconds = ms / 1_000;
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%d.%d s", seconds, ms % 1_000 / 100);
        }
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %d min", seconds / 3_600, seconds % 3_600 / 60);
    }
}
