package dev.millstream.transport.admission;

import dev.millstream.transport.handshake.RefusalCause;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs refused connections: the first for each cause, and then at most one for each cause in ten
 * seconds, with the number of those in between. Thread-safe.
 */
public final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanoTime;

    /** Guarded by this. */
    private final Map<RefusalCause, Entry> entries = new EnumMap<>(RefusalCause.class);

    /** Guarded by this. */
    private long total;

    private static final class Entry {
        private long loggedNs;
        private long unlogged;
    }

    /**
     * An empty log.
     *
     * @param nanoTime the clock
     */
    public RefusalLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How many were refused, ever. */
    public synchronized long total() {
        return total;
    }

    void refused(RefusalCause cause, String remote, String why) {
        count(cause)
                .ifPresent(unlogged -> {
                    String others =
                            unlogged == 0 ? "" : " (and " + unlogged + " more like it before)";
                    LOG.warn("Refused a connection from {}: {}{}", remote, why, others);
                });
    }

    /** How many were not logged since the last of its kind; empty if this one isn't either. */
    synchronized Optional<Long> count(RefusalCause cause) {
        total++;
        long nowNs = nanoTime.getAsLong();
        Entry entry = entries.get(cause);
        if (entry == null) {
            entry = new Entry();
            entries.put(cause, entry);
        } else if (nowNs - entry.loggedNs < INTERVAL_NS) {
            entry.unlogged++;
            return Optional.empty();
        }
        long unlogged = entry.unlogged;
        entry.loggedNs = nowNs;
        entry.unlogged = 0;
        return Optional.of(unlogged);
    }
}
