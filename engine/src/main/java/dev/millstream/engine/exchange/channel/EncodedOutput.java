package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.BatchEncoder;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.queue.Handover;

/**
 * A channel to another process. Records are serialised as they come, on the producing task's
 * thread: the user may change them afterwards.
 */
final class EncodedOutput extends ChannelOutput {
    private final OutputContext context;
    private final BatchEncoder encoder;
    private final Handover<EncodedBatch> queue;

    EncodedOutput(OutputContext context, Handover<EncodedBatch> queue) {
        this.context = context;
        this.encoder = new BatchEncoder(context.serializers(), context.bounds());
        this.queue = queue;
        queue.connect(context.producer());
    }

    @Override
    public void append(Object value, long timestamp) {
        if (encoder.records() == 0) {
            context.batchBegun();
        }
        if (encoder.add(value, timestamp)) {
            flush();
        }
    }

    @Override
    public void appendHashed(Object value, long timestamp, int keyHash) {
        if (encoder.records() == 0) {
            context.batchBegun();
        }
        if (encoder.addHashed(value, timestamp, keyHash)) {
            flush();
        }
    }

    @Override
    public void event(StreamEvent event) {
        encoder.setEvent(event);
        flush();
    }

    @Override
    public void flush() {
        while (!tryFlush()) {
            queue.announceWait();
            if (tryFlush()) {
                return;
            }
            context.marks().sometimes("exchange.queue.full");
            context.await();
        }
    }

    @Override
    public boolean tryFlush() {
        if (encoder.isEmpty()) {
            return true;
        }
        if (!queue.hasRoom(encoder.bytes())) {
            return false;
        }
        context.recordsOut().add(encoder.records());
        EncodedBatch batch = encoder.finish();
        context.bytesOut().add(batch.bytes());
        queue.put(batch);
        return true;
    }
}
