package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.ChannelOutput;

/**
 * In turn to all channels, beginning with a random one: so that producers with few records don't
 * all load the same consumer.
 */
final class RebalanceWriter extends RecordWriter {
    private int next;

    RebalanceWriter(ResultPartition partition, int start) {
        super(partition);
        this.next = start;
    }

    @Override
    public void emit(Object value, long timestampMs) {
        ChannelOutput[] all = channels();
        int channel = next;
        next = channel + 1 == all.length ? 0 : channel + 1;
        all[channel].append(value, timestampMs);
    }
}
