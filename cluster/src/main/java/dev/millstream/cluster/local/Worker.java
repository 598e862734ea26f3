package dev.millstream.cluster.local;

import dev.millstream.protocol.id.ResourceID;
import org.jspecify.annotations.Nullable;

/**
 * A process of a {@link WorkerPool}:
 *
 * <ul>
 *   <li>starting → registered: its TaskManager is seen;
 *   <li>registered → missing: it is seen no more, though the process lives;
 *   <li>missing → registered: it is seen again;
 *   <li>any → stopping: it was told to end.
 * </ul>
 */
final class Worker {
    /** Where it is in its life. */
    enum Phase {
        STARTING,
        REGISTERED,
        MISSING,
        STOPPING
    }

    private final String name;
    private Phase phase = Phase.STARTING;
    private long sinceMs;
    private int claimedSlots;
    private @Nullable ResourceID id;
    private boolean idle;
    private long idleSinceMs;

    Worker(String name, long nowMs) {
        this.name = name;
        this.sinceMs = nowMs;
    }

    String name() {
        return name;
    }

    Phase phase() {
        return phase;
    }

    boolean isIn(Phase some) {
        return phase == some;
    }

    /** When it came into its phase. */
    long sinceMs() {
        return sinceMs;
    }

    /** While it starts: how many of its slots somebody counts on. */
    int claimedSlots() {
        return claimedSlots;
    }

    void claim(int slots) {
        claimedSlots += slots;
    }

    /** Set once it was registered. */
    @Nullable ResourceID id() {
        return id;
    }

    boolean isIdle() {
        return phase == Phase.REGISTERED && idle;
    }

    long idleSinceMs() {
        return idleSinceMs;
    }

    void seen(ResourceID as, boolean nowIdle, long nowMs) {
        if (phase != Phase.REGISTERED) {
            enter(Phase.REGISTERED, nowMs);
            idle = false;
        }
        id = as;
        if (nowIdle && !idle) {
            idleSinceMs = nowMs;
        }
        idle = nowIdle;
    }

    void enter(Phase next, long nowMs) {
        phase = next;
        sinceMs = nowMs;
    }
}
