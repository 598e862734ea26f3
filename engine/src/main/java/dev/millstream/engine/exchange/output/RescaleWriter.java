package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.ChannelOutput;

/** In turn to the channels, which lead to the neighbouring consumers only. */
final class RescaleWriter extends RecordWriter {
    private int next;

    RescaleWriter(ResultPartition partition) {
        super(partition);
    }

    @Override
    public void emit(Object value, long timestampMs) {
        ChannelOutput[] all = channels();
        int channel = next;
        next = channel + 1 == all.length ? 0 : channel + 1;
        all[channel].append(value, timestampMs);
    }
}
