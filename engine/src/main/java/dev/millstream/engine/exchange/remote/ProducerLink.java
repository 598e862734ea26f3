package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.time.Cancellable;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A link that a reading exchange has opened to this one, with the channels that it reads through
 * it. Frames come one at a time on the network's thread; channels end on other threads too, so that
 * the map of them is concurrent (and ordered, so that a simulation repeats itself).
 */
final class ProducerLink implements LinkListener {
    /** More at once on one link are taken for an attack or a bug. */
    private static final int MAX_CHANNELS = 1 << 16;

    private final Link link;
    private final RemoteSettings settings;
    private final PartitionRequests partitions;
    private final Runnable onClosed;
    private final Cancellable greetingTimeout;
    private final ConcurrentSkipListMap<Integer, OutgoingChannel> channels =
            new ConcurrentSkipListMap<>();

    /** By the network's thread only. */
    private boolean greeted;

    /** By the network's thread only. */
    private int lastChannel = -1;

    /**
     * @param onClosed runs once, when the link is gone
     */
    ProducerLink(
            Link link, RemoteSettings settings, PartitionRequests partitions, Runnable onClosed) {
        this.link = link;
        this.onClosed = onClosed;
        this.settings = settings;
        this.partitions = partitions;
        settings.tally().add(Tally.Kind.LINKS, 1);
        this.greetingTimeout =
                settings.lane()
                        .schedule(
                                settings.connectTimeoutMs(),
                                () -> link.close("no greeting within the time for it"));
    }

    void send(Frame frame) {
        link.send(FrameFormat.encode(frame));
    }

    /** A channel needs no more of this link. From any thread. */
    void ended(OutgoingChannel channel, int id) {
        channels.remove(id, channel);
    }

    @Override
    public void received(Link from, ByteBuffer buffer) {
        try {
            if (buffer.remaining() > settings.maxFrameBytes()) {
                throw new FrameException("a frame of " + buffer.remaining() + " bytes");
            }
            receive(FrameFormat.decode(buffer));
        } catch (FrameException e) {
            refuse("this exchange got " + e.getMessage());
        }
    }

    private void receive(Frame frame) throws FrameException {
        if (!greeted && !(frame instanceof Frame.Hello)) {
            throw new FrameException("something before the greeting");
        }
        switch (frame) {
            case Frame.Hello(int version) -> greet(version);
            case Frame.Request request -> open(request);
            case Frame.Credit(int channel, int batches) -> {
                OutgoingChannel target = known(channel);
                if (target != null) {
                    target.addCredit(batches);
                }
            }
            case Frame.Close(int channel) -> {
                OutgoingChannel target = known(channel);
                if (target != null) {
                    channels.remove(channel);
                    drop(target, closedByReader());
                }
            }
            case Frame.Goodbye(String reason) -> link.close("the reader says: " + reason);
            case Frame.Data data -> throw unexpected("a batch");
            case Frame.Failure failure -> throw unexpected("a failure");
        }
    }

    private static FrameException unexpected(String what) {
        return new FrameException(what + ", which only a producer sends");
    }

    private void greet(int version) throws FrameException {
        if (version != FrameFormat.VERSION) {
            throw new FrameException(
                    "a greeting in version "
                            + version
                            + " of the protocol; it speaks version "
                            + FrameFormat.VERSION
                            + ": run the same release everywhere");
        }
        greeted = true;
        greetingTimeout.cancel();
        send(new Frame.Hello(FrameFormat.VERSION));
    }

    private void open(Frame.Request request) throws FrameException {
        if (request.channel() <= lastChannel) {
            throw new FrameException("channel " + request.channel() + " a second time");
        }
        if (channels.size() >= MAX_CHANNELS) {
            throw new FrameException("more than " + MAX_CHANNELS + " channels at once");
        }
        lastChannel = request.channel();
        OutgoingChannel channel =
                new OutgoingChannel(
                        this, settings, request.channel(), request.partition(), request.credit());
        channels.put(request.channel(), channel);
        settings.lane()
                .execute(() ->
                        partitions.request(request.partition(), request.subpartition(), channel));
    }

    /** The channel; null if it has ended on this side, which the reader can't know yet. */
    private @Nullable OutgoingChannel known(int channel) throws FrameException {
        if (channel > lastChannel || channel < 0) {
            throw new FrameException("something for channel " + channel + ", which isn't open");
        }
        return channels.get(channel);
    }

    private static PartitionFailedException closedByReader() {
        return new PartitionFailedException(
                Reason.CONSUMER_CLOSED,
                "The consumer in another process failed or was cancelled before it had read all");
    }

    private void drop(OutgoingChannel channel, PartitionFailedException reason) {
        channel.close(reason);
        settings.lane().execute(() -> partitions.forget(channel.partition(), channel));
    }

    private void refuse(String reason) {
        send(new Frame.Goodbye(reason));
        link.close(reason);
    }

    /** Closes the link without waiting for the network to say so. From any thread. */
    void shutDown() {
        link.close("the exchange was closed");
        dropAll(
                new PartitionFailedException(
                        Reason.EXCHANGE_CLOSED, "The data exchange of this process was closed"));
    }

    @Override
    public void closed(Link gone, String reason) {
        settings.tally().add(Tally.Kind.LINKS, -1);
        greetingTimeout.cancel();
        onClosed.run();
        dropAll(
                new PartitionFailedException(
                        Reason.LINK_BROKEN,
                        "The link to the consumer's process ("
                                + gone.remote()
                                + ") broke: "
                                + reason));
    }

    private void dropAll(PartitionFailedException reason) {
        for (var entry = channels.pollFirstEntry();
                entry != null;
                entry = channels.pollFirstEntry()) {
            drop(entry.getValue(), reason);
        }
    }
}
