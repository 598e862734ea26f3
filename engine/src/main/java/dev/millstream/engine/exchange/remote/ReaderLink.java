package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.time.Cancellable;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The link over which this exchange reads from another one, with the channels that share it. Opened
 * for the first of them; when it breaks, all of them fail and it is of no more use.
 *
 * <p>Requests and closing run on the exchange's lane, so that a channel is never closed before it
 * was requested. Frames come on the network's thread. Channels are found in a concurrent map
 * (ordered, so that a simulation repeats itself): a channel puts itself there, then looks at {@link
 * #broken}; what breaks the link sets {@code broken}, then fails all that are there.
 */
final class ReaderLink implements LinkListener {
    private final Address address;
    private final RemoteSettings settings;
    private final Consumer<ReaderLink> onBroken;
    private final ConcurrentSkipListMap<Integer, RemoteInputChannel> channels =
            new ConcurrentSkipListMap<>();
    private final AtomicReference<@Nullable PartitionFailedException> broken =
            new AtomicReference<>();

    /** Written once, when the link is open; {@link #broken} is looked at after that. */
    private volatile @Nullable Link link;

    /** Written on the lane; read by the network's thread, to tell old channels from wrong ones. */
    private volatile int nextChannel;

    /** Whether requests can be sent. By the lane only. */
    private boolean connected;

    /** By the lane only. */
    private Cancellable greetingTimeout = () -> {};

    /** By the network's thread only. */
    private boolean greeted;

    /**
     * @param onBroken runs once, on any thread
     */
    ReaderLink(Address address, RemoteSettings settings, Consumer<ReaderLink> onBroken) {
        this.address = address;
        this.settings = settings;
        this.onBroken = onBroken;
    }

    /** Opens the link. On the lane, once. */
    void open() {
        greetingTimeout =
                settings.lane()
                        .schedule(
                                settings.connectTimeoutMs(),
                                () -> fail("no answer within the time for it", null));
        var _ = settings.network().connect(address, this).whenComplete(this::onConnected);
    }

    /** On any thread. */
    private void onConnected(@Nullable Link opened, @Nullable Throwable failure) {
        if (opened == null) {
            fail(String.valueOf(failure), failure);
            return;
        }
        settings.tally().add(Tally.Kind.LINKS, 1);
        link = opened;
        if (broken.get() != null) {
            opened.close("it came too late");
            return;
        }
        settings.lane().execute(this::requestAll);
    }

    private void requestAll() {
        connected = true;
        send(new Frame.Hello(FrameFormat.VERSION));
        channels.forEach(this::request);
    }

    /** Requests a channel's subpartition as soon as the link is open. On the lane. */
    void register(RemoteInputChannel channel) {
        int id = nextChannel;
        nextChannel = id + 1;
        channel.opened(this, id);
        channels.put(id, channel);
        PartitionFailedException reason = broken.get();
        if (reason != null) {
            channels.remove(id);
            channel.fail(reason);
        } else if (connected) {
            request(id, channel);
        }
    }

    private void request(int id, RemoteInputChannel channel) {
        var descriptor = channel.descriptor();
        send(
                new Frame.Request(
                        id, descriptor.partition(), descriptor.subpartition(), channel.credits()));
    }

    /** The consumer has taken so many batches. On its thread. */
    void giveCredit(int id, int batches) {
        send(new Frame.Credit(id, batches));
    }

    /** The channel has come to its end. On the consumer's thread. */
    void forget(int id) {
        channels.remove(id);
    }

    /** The consumer wants no more. On the lane. */
    void abandon(int id) {
        if (channels.remove(id) != null && connected) {
            send(new Frame.Close(id));
        }
    }

    private void send(Frame frame) {
        Link open = link;
        if (open != null) {
            open.send(FrameFormat.encode(frame));
        }
    }

    @Override
    public void received(Link from, ByteBuffer buffer) {
        try {
            if (buffer.remaining() > settings.maxFrameBytes()) {
                throw new FrameException("a frame of " + buffer.remaining() + " bytes");
            }
            receive(FrameFormat.decode(buffer));
        } catch (FrameException e) {
            refuse(from, "this exchange got " + e.getMessage(), e);
        }
    }

    private void receive(Frame frame) throws FrameException {
        switch (frame) {
            case Frame.Hello(int version) -> greet(version);
            case Frame.Goodbye(String reason) -> fail("it says: " + reason, null);
            case Frame.Data data -> {
                RemoteInputChannel channel = known(data.channel());
                if (channel != null && !channel.received(data.batch())) {
                    throw new FrameException(
                            "more batches for channel " + data.channel() + " than there is credit");
                }
            }
            case Frame.Failure(int id, Reason reason, String message) -> {
                RemoteInputChannel channel = known(id);
                if (channel != null) {
                    channels.remove(id);
                    channel.fail(new PartitionFailedException(reason, at(message)));
                }
            }
            case Frame.Request request -> throw unexpected("a request");
            case Frame.Credit credit -> throw unexpected("credit");
            case Frame.Close close -> throw unexpected("the end of a channel");
        }
    }

    private static FrameException unexpected(String what) {
        return new FrameException(what + ", which only a reader sends");
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
        settings.lane().execute(() -> greetingTimeout.cancel());
    }

    /** The channel; null if it has ended on this side, which the producer can't know yet. */
    private @Nullable RemoteInputChannel known(int id) throws FrameException {
        if (!greeted) {
            throw new FrameException("something before the greeting");
        }
        if (id < 0 || id >= nextChannel) {
            throw new FrameException("something for channel " + id + ", which isn't open");
        }
        return channels.get(id);
    }

    private void refuse(Link from, String reason, FrameException cause) {
        from.send(FrameFormat.encode(new Frame.Goodbye(reason)));
        fail(reason, cause);
    }

    /** Closes the link, if it is open, and fails all channels. From any thread; idempotent. */
    void fail(String reason, @Nullable Throwable cause) {
        PartitionFailedException failure =
                new PartitionFailedException(
                        Reason.LINK_BROKEN,
                        "The link to the data exchange at " + address + " failed: " + reason,
                        cause);
        if (!broken.compareAndSet(null, failure)) {
            return;
        }
        for (var entry = channels.pollFirstEntry();
                entry != null;
                entry = channels.pollFirstEntry()) {
            entry.getValue().fail(failure);
        }
        Link open = link;
        if (open != null) {
            open.close(reason);
        }
        settings.lane().execute(() -> greetingTimeout.cancel());
        onBroken.accept(this);
    }

    private String at(String message) {
        return message + " (at " + address + ")";
    }

    @Override
    public void closed(Link gone, String reason) {
        settings.tally().add(Tally.Kind.LINKS, -1);
        fail(reason, null);
    }
}
