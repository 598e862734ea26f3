package dev.millstream.engine.exchange.output;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.exchange.channel.ChannelOutput;
import dev.millstream.types.key.KeyGroups;
import dev.millstream.types.key.StableHash;

/**
 * To the channel whose consumer owns the key's group. The key's hash goes along, so that nobody
 * needs to find it again.
 */
final class HashWriter extends RecordWriter {
    private final KeySelector<Object, Object> selector;
    private final int maxParallelism;

    /** By key group. */
    private final int[] channelOfGroup;

    /** {@code maxParallelism - 1} if that is a power of two, which saves a division; else -1. */
    private final int groupMask;

    HashWriter(
            ResultPartition partition, KeySelector<Object, Object> selector, int maxParallelism) {
        super(partition);
        this.selector = selector;
        this.maxParallelism = maxParallelism;
        this.groupMask = Integer.bitCount(maxParallelism) == 1 ? maxParallelism - 1 : -1;
        this.channelOfGroup = new int[maxParallelism];
        for (int group = 0; group < maxParallelism; group++) {
            channelOfGroup[group] =
                    KeyGroups.subtask(group, maxParallelism, partition.subpartitions());
        }
    }

    @Override
    public void emit(Object value, long timestampMs) {
        int hash = StableHash.hash(keyOf(value));
        int group = groupMask >= 0 ? hash & groupMask : KeyGroups.ofHash(hash, maxParallelism);
        ChannelOutput channel = channels()[channelOfGroup[group]];
        channel.appendHashed(value, timestampMs, hash);
    }

    private Object keyOf(Object value) {
        Object key;
        try {
            key = selector.getKey(value);
        } catch (Exception e) {
            throw UserKey.selectorFailed(e);
        }
        if (key == null) {
            throw UserKey.missing(value);
        }
        return key;
    }
}
