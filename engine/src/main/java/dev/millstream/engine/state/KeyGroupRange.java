package dev.millstream.engine.state;

import dev.millstream.types.key.KeyGroups;

/**
 * The key groups of one subtask.
 *
 * @param first the first of them
 * @param count how many there are; may be 0
 * @param maxParallelism how many there are in all subtasks
 */
public record KeyGroupRange(int first, int count, int maxParallelism) {
    public static KeyGroupRange of(int subtask, int parallelism, int maxParallelism) {
        int first = KeyGroups.firstGroup(subtask, maxParallelism, parallelism);
        int next = KeyGroups.firstGroup(subtask + 1, maxParallelism, parallelism);
        return new KeyGroupRange(first, next - first, maxParallelism);
    }

    /**
     * A key's group, counted from the range's first.
     *
     * @throws IllegalStateException if the key belongs to another subtask: then its hash differs
     *     from the one that the sender found
     */
    public int indexOf(Object key, int hash) {
        int index = KeyGroups.ofHash(hash, maxParallelism) - first;
        if (index < 0 || index >= count) {
            throw new IllegalStateException(refusal(key, hash));
        }
        return index;
    }

    /** Whether a key of this hash belongs here. */
    public boolean contains(int hash) {
        int index = KeyGroups.ofHash(hash, maxParallelism) - first;
        return index >= 0 && index < count;
    }

    /** Says what is wrong with a key that doesn't belong here. */
    public String refusal(Object key, int hash) {
        return "A key of class "
                + key.getClass().getName()
                + " has come to the wrong subtask: it is in key group "
                + KeyGroups.ofHash(hash, maxParallelism)
                + ", and this subtask has "
                + first
                + " to "
                + (first + count - 1)
                + ". Its hash differs between processes, or its fields have changed:"
                + " use a key of strings, numbers, enums or records of such.";
    }
}
