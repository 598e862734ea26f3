package dev.millstream.api.common.state;

/**
 * What a keyed function remembers under one name; each key has its own. Used on the task's thread,
 * while a record or timer of a key is at hand.
 */
public interface State {
    /** Forgets what is remembered for the current key. */
    void clear();
}
