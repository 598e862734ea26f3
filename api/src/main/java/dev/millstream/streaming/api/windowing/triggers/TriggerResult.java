package dev.millstream.streaming.api.windowing.triggers;

/** What is to happen to a window. */
public enum TriggerResult {
    /** Nothing. */
    CONTINUE(false, false),

    /** Its result is emitted, and its records are dropped. */
    FIRE_AND_PURGE(true, true),

    /** Its result is emitted. */
    FIRE(true, false),

    /** Its records are dropped. */
    PURGE(false, true);

    private final boolean fire;
    private final boolean purge;

    TriggerResult(boolean fire, boolean purge) {
        this.fire = fire;
        this.purge = purge;
    }

    /** Whether the result is emitted. */
    public boolean isFire() {
        return fire;
    }

    /** Whether the records are dropped. */
    public boolean isPurge() {
        return purge;
    }
}
