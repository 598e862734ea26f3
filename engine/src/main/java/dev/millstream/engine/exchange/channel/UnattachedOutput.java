package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.StreamEvent;

/**
 * A channel whose reader has not connected yet, so that it isn't known whether it takes records or
 * bytes. What is to be written waits for it; then this gives its place to a channel of the right
 * kind.
 */
public final class UnattachedOutput extends ChannelOutput {
    private final OutputContext context;
    private final Subpartition subpartition;
    private final int index;

    public UnattachedOutput(OutputContext context, Subpartition subpartition, int index) {
        this.context = context;
        this.subpartition = subpartition;
        this.index = index;
    }

    @Override
    public void append(Object value, long timestamp) {
        awaitReader().append(value, timestamp);
    }

    @Override
    public void appendHashed(Object value, long timestamp, int keyHash) {
        awaitReader().appendHashed(value, timestamp, keyHash);
    }

    @Override
    public void event(StreamEvent event) {
        awaitReader().event(event);
    }

    @Override
    public boolean tryFlush() {
        return true;
    }

    @Override
    public void flush() {}

    private ChannelOutput awaitReader() {
        // Attaching signals the producer's thread, and signals are kept: none is missed.
        Attachment attachment = subpartition.attachment();
        while (attachment == null) {
            context.await();
            attachment = subpartition.attachment();
        }
        ChannelOutput output =
                switch (attachment) {
                    case Attachment.ByReference(var queue) -> new ReferenceOutput(context, queue);
                    case Attachment.ByBytes(var queue) -> new EncodedOutput(context, queue);
                };
        context.channels()[index] = output;
        return output;
    }
}
