package dev.millstream.rpc.remote;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.codec.Frame;
import dev.millstream.rpc.codec.Frame.Answer;
import dev.millstream.rpc.codec.Frame.Call;
import dev.millstream.rpc.codec.Frame.Failed;
import dev.millstream.rpc.codec.Frame.Found;
import dev.millstream.rpc.codec.Frame.Heartbeat;
import dev.millstream.rpc.codec.Frame.Hello;
import dev.millstream.rpc.codec.Frame.LookUp;
import dev.millstream.rpc.codec.Frame.Refusal;
import dev.millstream.rpc.codec.Frame.Terminated;
import dev.millstream.rpc.codec.Frame.Unwatch;
import dev.millstream.rpc.codec.Frame.WatchEndpoint;
import dev.millstream.rpc.codec.Frame.Welcome;
import dev.millstream.rpc.detector.PhiAccrualDetector;
import dev.millstream.rpc.error.LinkBrokenException;
import dev.millstream.rpc.error.MalformedMessageException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.gateway.Watch;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One link to another process. All is touched on the lane of the links only, but for the methods of
 * {@link LinkListener}, which hop there. Legal transitions:
 *
 * <pre>
 * CONNECTING      -&gt; GREETING  the network has opened it, and a hello is sent
 * GREETING        -&gt; OPEN      a welcome has come
 * EXPECTING_HELLO -&gt; OPEN      the other side opened it, and has said a good hello
 * any             -&gt; CLOSED    it broke, was refused, took too long to open, or fell silent
 * </pre>
 */
final class PeerLink implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(PeerLink.class);

    private enum State {
        CONNECTING,
        GREETING,
        EXPECTING_HELLO,
        OPEN,
        CLOSED
    }

    private final Peers peers;
    private final Lane lane;
    private final LinkServer server;

    /** What is to be sent once the link is open; bounded. */
    private final ArrayDeque<Frame> waiting = new ArrayDeque<>();

    private final Map<Long, Pending> pending = new TreeMap<>();
    private final Map<Long, Watch> watches = new TreeMap<>();

    private State state;
    private Optional<Address> address;
    private @Nullable Link link;
    private long processId;
    private long lastId;
    private @Nullable PhiAccrualDetector detector;

    /** The deadline for opening, then the next heartbeat. */
    private Cancellable timer;

    private PeerLink(Peers peers, State state, Optional<Address> address, @Nullable Link link) {
        this.peers = peers;
        this.lane = peers.lane();
        this.state = state;
        this.address = address;
        this.link = link;
        this.server = new LinkServer(peers.actors(), peers.frames(), lane, this::transmit);
        this.timer =
                lane.schedule(
                        peers.settings().lookupTimeoutMs(),
                        () -> close("it could not be opened in time"));
    }

    static PeerLink to(Peers peers, Address address) {
        return new PeerLink(peers, State.CONNECTING, Optional.of(address), null);
    }

    static PeerLink from(Peers peers, Link link) {
        return new PeerLink(peers, State.EXPECTING_HELLO, Optional.empty(), link);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Where the other process listens, as far as it is known. */
    Optional<Address> address() {
        return address;
    }

    /** Whether the other side is known to be another start of a process than this one. */
    boolean isOfAnother(long otherProcessId) {
        return state == State.OPEN && processId != otherProcessId;
    }

    /** The network has opened the link, or has failed to. */
    void connected(@Nullable Link opened, @Nullable Throwable failure) {
        if (opened == null) {
            close(failure == null ? "there is none" : String.valueOf(failure.getMessage()));
        } else if (state != State.CONNECTING) {
            opened.close("it came too late");
        } else {
            link = opened;
            state = State.GREETING;
            transmit(peers.hello());
        }
    }

    /** Sends a frame that bears a new id, and remembers who waits for the answer. */
    void request(LongFunction<Frame> frame, Pending waiter) {
        if (state == State.CLOSED) {
            waiter.failed(broken("it is closed"));
            return;
        }
        long id = ++lastId;
        pending.put(id, waiter);
        send(frame.apply(id));
        var _ = waiter.reply().whenComplete((_, failure) -> forget(id, failure));
    }

    /** Called when a waiter is done: if it gave up, it isn't known here yet. */
    private void forget(long id, @Nullable Throwable failure) {
        if (failure != null) {
            lane.execute(() -> pending.remove(id));
        }
    }

    /** Sends a frame, as soon as the link is open. */
    void send(Frame frame) {
        switch (state) {
            case OPEN -> transmit(frame);
            case CONNECTING, GREETING, EXPECTING_HELLO -> {
                if (waiting.size() >= peers.settings().mailboxCapacity()) {
                    close("too much waits for it to open");
                } else {
                    waiting.add(frame);
                }
            }
            case CLOSED -> LOG.debug("A frame to {} was dropped", name());
        }
    }

    /** Has the watch told when the endpoint ends, or the link. */
    Cancellable watch(String path, long startId, Watch watch) {
        if (state == State.CLOSED) {
            watch.terminated();
            return () -> {};
        }
        long id = ++lastId;
        watches.put(id, watch);
        send(new WatchEndpoint(id, path, startId));
        return () -> {
            if (watches.remove(id) != null) {
                send(new Unwatch(id));
            }
        };
    }

    @Override
    public void received(Link from, ByteBuffer frame) {
        lane.execute(() -> receive(frame));
    }

    @Override
    public void closed(Link ended, String reason) {
        lane.execute(() -> close(reason));
    }

    /** Ends the link, and tells all who wait or watch. Idempotent. */
    void close(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        LOG.debug("The link to {} ends in state {}: {}", name(), state, reason);
        state = State.CLOSED;
        timer.cancel();
        if (link != null) {
            link.close(reason);
        }
        server.close();
        waiting.clear();
        peers.forget(this);
        List<Pending> left = List.copyOf(pending.values());
        pending.clear();
        left.forEach(waiter -> waiter.failed(broken(reason)));
        List<Watch> watchers = List.copyOf(watches.values());
        watches.clear();
        watchers.forEach(Watch::terminated);
    }

    private void receive(ByteBuffer bytes) {
        if (state == State.CLOSED) {
            return;
        }
        try {
            handle(peers.frames().decode(bytes));
        } catch (MalformedMessageException e) {
            LOG.warn("The link to {} is closed: {}", name(), e.getMessage());
            close(String.valueOf(e.getMessage()));
        }
    }

    private void handle(Frame frame) {
        switch (state) {
            case EXPECTING_HELLO -> greet(frame);
            case GREETING -> welcomed(frame);
            case OPEN -> serve(frame);
            case CONNECTING, CLOSED -> throw misplaced(frame);
        }
    }

    private void greet(Frame frame) {
        if (!(frame instanceof Hello hello)) {
            throw misplaced(frame);
        }
        Optional<String> refusal = peers.refusal(hello);
        if (refusal.isPresent()) {
            transmit(new Refusal(refusal.get()));
            close(refusal.get());
            return;
        }
        address = Optional.of(hello.address());
        peers.accepted(this, hello);
        transmit(peers.welcome());
        open(hello.processId());
    }

    private void welcomed(Frame frame) {
        switch (frame) {
            case Welcome(long id) -> open(id);
            case Refusal(String reason) -> close("it was refused: " + reason);
            case Hello _, LookUp _, Found _, Call _, Answer _, Failed _ -> throw misplaced(frame);
            case WatchEndpoint _, Unwatch _, Terminated _, Heartbeat _ -> throw misplaced(frame);
        }
    }

    private void open(long otherProcessId) {
        processId = otherProcessId;
        state = State.OPEN;
        timer.cancel();
        detector =
                new PhiAccrualDetector(
                        peers.settings().threshold(),
                        peers.settings().acceptablePauseMs(),
                        peers.settings().heartbeatIntervalMs(),
                        peers.nowMs());
        waiting.forEach(this::transmit);
        waiting.clear();
        beat();
    }

    private void serve(Frame frame) {
        switch (frame) {
            case LookUp lookUp -> server.lookUp(lookUp);
            case Call call -> server.call(call);
            case Found found -> answered(found.id(), frame);
            case Answer answer -> answered(answer.id(), frame);
            case Failed(long id, RpcException failure) -> failed(id, failure);
            case WatchEndpoint watch -> server.watch(watch);
            case Unwatch(long id) -> server.unwatch(id);
            case Terminated(long id) -> terminated(id);
            case Heartbeat _ -> heartbeat();
            case Hello _, Welcome _, Refusal _ -> throw misplaced(frame);
        }
    }

    /** Nobody waits when the answer comes after the timeout. */
    private void answered(long id, Frame frame) {
        Pending waiter = pending.remove(id);
        if (waiter != null) {
            waiter.answered(frame);
        }
    }

    private void failed(long id, RpcException failure) {
        Pending waiter = pending.remove(id);
        if (waiter != null) {
            waiter.failed(failure);
        }
    }

    private void terminated(long id) {
        Watch watch = watches.remove(id);
        if (watch != null) {
            watch.terminated();
        }
    }

    private void heartbeat() {
        if (detector != null) {
            detector.heartbeat(peers.nowMs());
        }
    }

    /** Gives a sign of life, and looks for the other side's. */
    private void beat() {
        long nowMs = peers.nowMs();
        if (detector != null && detector.isSuspect(nowMs)) {
            close(
                    "nothing was heard for "
                            + detector.silenceMs(nowMs)
                            + " ms (rpc.watch.heartbeat)");
            return;
        }
        transmit(new Heartbeat());
        timer = lane.schedule(peers.settings().heartbeatIntervalMs(), this::beat);
    }

    /** Thread-safe once the link is open: answers come from everywhere. */
    private void transmit(Frame frame) {
        Link present = link;
        if (present != null) {
            present.send(peers.frames().encode(frame));
        }
    }

    private MalformedMessageException misplaced(Frame frame) {
        return new MalformedMessageException(
                frame.getClass().getSimpleName() + " in the state " + state);
    }

    private LinkBrokenException broken(String reason) {
        return new LinkBrokenException("The link to " + name() + " is gone: " + reason);
    }

    private String name() {
        return address.map(Address::toString)
                .orElseGet(() -> link == null ? "an unknown process" : link.remote());
    }
}
