package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.ChannelOutput;

/** Each record to all channels. */
final class BroadcastWriter extends RecordWriter {
    BroadcastWriter(ResultPartition partition) {
        super(partition);
    }

    @Override
    public void emit(Object value, long timestampMs) {
        ChannelOutput[] all = channels();
        for (int i = 0; i < all.length; i++) {
            all[i].append(value, timestampMs);
        }
    }
}
