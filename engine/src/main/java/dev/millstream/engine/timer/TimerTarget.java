package dev.millstream.engine.timer;

/** Is told of timers that have come to their time. */
@FunctionalInterface
public interface TimerTarget {
    /**
     * A timer has come to its time, and is gone.
     *
     * @param keyHash the key's stable hash
     */
    void onTimer(Object key, int keyHash, long time);
}
