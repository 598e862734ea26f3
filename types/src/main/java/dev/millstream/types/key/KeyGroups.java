package dev.millstream.types.key;

/**
 * Keys belong to key groups for ever, key groups to subtasks until the parallelism changes. Each
 * subtask has a contiguous range.
 */
public final class KeyGroups {
    private KeyGroups() {}

    /** The key's group, from 0 to {@code maxParallelism - 1}. */
    public static int assign(Object key, int maxParallelism) {
        return ofHash(StableHash.hash(key), maxParallelism);
    }

    /** The group of a key with this {@link StableHash}. */
    public static int ofHash(int stableHash, int maxParallelism) {
        boolean powerOfTwo = (maxParallelism & (maxParallelism - 1)) == 0;
        return powerOfTwo // which saves a division
                ? stableHash & (maxParallelism - 1)
                : Math.floorMod(stableHash, maxParallelism);
    }

    /** The subtask that has a group. */
    public static int subtask(int keyGroup, int maxParallelism, int parallelism) {
        return (int) ((long) keyGroup * parallelism / maxParallelism);
    }

    /** The first group of a subtask; its last is the one before the next subtask's first. */
    public static int firstGroup(int subtask, int maxParallelism, int parallelism) {
        return (int) (((long) subtask * maxParallelism + parallelism - 1) / parallelism);
    }
}
