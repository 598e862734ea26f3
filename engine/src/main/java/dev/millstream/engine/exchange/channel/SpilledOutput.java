package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.BatchEncoder;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.spill.SpillFile;

/** A channel of a blocking partition. Batches go to the file when they are full, not earlier. */
public final class SpilledOutput extends ChannelOutput {
    private final OutputContext context;
    private final BatchEncoder encoder;
    private final SpillFile file;
    private final int index;

    public SpilledOutput(OutputContext context, SpillFile file, int index) {
        this.context = context;
        this.encoder = new BatchEncoder(context.serializers(), context.bounds());
        this.file = file;
        this.index = index;
    }

    @Override
    public void append(Object value, long timestamp) {
        if (encoder.add(value, timestamp)) {
            write();
        }
    }

    @Override
    public void appendHashed(Object value, long timestamp, int keyHash) {
        if (encoder.addHashed(value, timestamp, keyHash)) {
            write();
        }
    }

    @Override
    public void event(StreamEvent event) {
        encoder.setEvent(event);
        write();
    }

    private void write() {
        context.marks().sometimes("exchange.blocking.spilled");
        context.recordsOut().add(encoder.records());
        EncodedBatch batch = encoder.finish();
        context.bytesOut().add(batch.bytes());
        file.write(index, batch);
    }

    @Override
    public boolean tryFlush() {
        return true;
    }

    @Override
    public void flush() {}
}
