package dev.millstream.engine.exchange.output;

import dev.millstream.api.common.functions.Partitioner;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.exchange.channel.ChannelOutput;
import dev.millstream.engine.exchange.failure.PartitioningException;

/** To the channel that the user's partitioner chooses. */
final class CustomWriter extends RecordWriter {
    private final UserKey<Object, Object> key;
    private final Partitioner<Object> partitioner;

    CustomWriter(
            ResultPartition partition,
            Partitioner<Object> partitioner,
            KeySelector<Object, Object> key) {
        super(partition);
        this.partitioner = partitioner;
        this.key = new UserKey<>(key);
    }

    @Override
    public void emit(Object value, long timestampMs) {
        ChannelOutput[] all = channels();
        Object keyOfValue = key.of(value);
        int channel;
        try {
            channel = partitioner.partition(keyOfValue, all.length);
        } catch (RuntimeException e) {
            throw new PartitioningException("the partitioner of its output", e);
        }
        if (channel < 0 || channel >= all.length) {
            throw new PartitioningException(
                    "the partitioner of its output chose "
                            + channel
                            + " for the key "
                            + keyOfValue
                            + "; it must be at least 0 and less than "
                            + all.length
                            + ", the number of partitions",
                    null);
        }
        all[channel].append(value, timestampMs);
    }
}
