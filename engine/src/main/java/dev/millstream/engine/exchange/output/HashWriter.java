package dev.millstream.engine.exchange.output;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.exchange.channel.ChannelOutput;
import dev.millstream.types.key.KeyGroups;

/** To the channel whose consumer owns the key's group. */
final class HashWriter extends RecordWriter {
    private final UserKey<Object, Object> key;
    private final int maxParallelism;

    HashWriter(ResultPartition partition, KeySelector<Object, Object> key, int maxParallelism) {
        super(partition);
        this.key = new UserKey<>(key);
        this.maxParallelism = maxParallelism;
    }

    @Override
    public void emit(Object value, long timestampMs) {
        ChannelOutput[] all = channels();
        int group = KeyGroups.assign(key.of(value), maxParallelism);
        all[KeyGroups.subtask(group, maxParallelism, all.length)].append(value, timestampMs);
    }
}
