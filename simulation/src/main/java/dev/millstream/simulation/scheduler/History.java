package dev.millstream.simulation.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The last events of a run, for the dump when it fails; and all of them, for who listens. */
final class History {
    private static final int KEPT = 60;

    private final Entry[] ring = new Entry[KEPT];
    private long count;
    private Consumer<String> listener = line -> {};
    private boolean listening;

    private record Entry(EventKind kind, String name, long timeNs, long detail) {
        @Override
        public String toString() {
            return "%12.6f ms %-11s %s%s"
                    .formatted(
                            timeNs / 1e6,
                            kind,
                            name,
                            detail == 0 ? "" : " #" + Long.toHexString(detail));
        }
    }

    void listen(Consumer<String> newListener) {
        listener = newListener;
        listening = true;
    }

    void add(EventKind kind, String name, long timeNs, long detail) {
        Entry entry = new Entry(kind, name, timeNs, detail);
        ring[(int) (count++ % KEPT)] = entry;
        if (listening) {
            listener.accept(entry.toString());
        }
    }

    long count() {
        return count;
    }

    List<String> last() {
        List<String> lines = new ArrayList<>();
        for (long i = Math.max(0, count - KEPT); i < count; i++) {
            lines.add(ring[(int) (i % KEPT)].toString());
        }
        return lines;
    }
}
