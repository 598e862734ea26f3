package dev.millstream.engine.state.keyed;

import dev.millstream.engine.state.KeyGroupRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key of the record or timer at hand. Belongs to the task's thread. */
public final class CurrentKey {
    private final KeyGroupRange range;
    private final String location;
    private StateRow[] rows = {};
    private @Nullable Object key;
    private int hash;
    private int group;

    /**
     * @param location the operator, subtask and TaskManager, for errors
     */
    public CurrentKey(KeyGroupRange range, String location) {
        this.range = range;
        this.location = location;
    }

    /** Tells the table's row when the key changes. */
    void follow(StateRow row) {
        List<StateRow> more = new ArrayList<>(List.of(rows));
        more.add(row);
        rows = more.toArray(StateRow[]::new);
    }

    /**
     * Keys with these hashes will be at hand soon.
     *
     * @param from index of the first that counts
     * @param to behind the last one
     */
    public void expect(int[] keyHashes, int from, int to) {
        for (StateRow row : rows) {
            row.table().expect(keyHashes, from, to);
        }
    }

    /**
     * Another key is at hand.
     *
     * @param newHash its stable hash
     * @throws IllegalStateException if it belongs to another subtask
     */
    public void set(Object newKey, int newHash) {
        group = range.indexOf(newKey, newHash);
        key = newKey;
        hash = newHash;
        for (StateRow row : rows) {
            row.forget();
        }
    }

    /** No key is at hand. */
    public void unset() {
        key = null;
        for (StateRow row : rows) {
            row.forget();
        }
    }

    /**
     * The key.
     *
     * @throws IllegalStateException if none is at hand
     */
    public Object get() {
        Object current = key;
        if (current == null) {
            throw new IllegalStateException(
                    location
                            + " uses keyed state or timers while no record of a key is at hand,"
                            + " such as in open() or close(). Use them in the methods that are"
                            + " given a record or a timer.");
        }
        return current;
    }

    /** The key's stable hash. */
    public int hash() {
        return hash;
    }

    /** The key's group, counted from the range's first. */
    public int group() {
        return group;
    }

    public KeyGroupRange range() {
        return range;
    }
}
