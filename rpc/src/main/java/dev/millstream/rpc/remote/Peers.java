package dev.millstream.rpc.remote;

import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.actor.ActorSystem;
import dev.millstream.rpc.codec.Frame.Call;
import dev.millstream.rpc.codec.Frame.Hello;
import dev.millstream.rpc.codec.Frame.LookUp;
import dev.millstream.rpc.codec.Frame.Welcome;
import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.codec.MethodCodec;
import dev.millstream.rpc.endpoint.RpcSettings;
import dev.millstream.rpc.error.LinkBrokenException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.Watch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The links of a process: one to each other process, opened on demand by whichever side needs it
 * first, and used in both directions. (When both open one at the same moment there are two. And one
 * side may have opened another before the other side knows that the first is gone: look-ups go over
 * the latest, and what was found over the first stays with that.)
 *
 * <p>Public methods are thread-safe: they hop to the lane of the links, on which all else happens.
 */
public final class Peers {
    /** Raised whenever frames change. */
    private static final int PROTOCOL_VERSION = 2;

    private final Platform platform;
    private final RpcSettings settings;
    private final FrameCodec frames;
    private final Lane lane;
    private final ActorSystem actors;
    private final Listening listening;
    private final long processId;

    /** By the address at which the other process listens, as text: whom calls there go over. */
    private final Map<String, PeerLink> byAddress = new TreeMap<>();

    private final Set<PeerLink> all = new LinkedHashSet<>();

    /** Completed when nothing is sent any more. */
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /**
     * The links of a process that listens already.
     *
     * @param lane of the links
     */
    public Peers(
            Platform platform,
            RpcSettings settings,
            FrameCodec frames,
            Lane lane,
            ActorSystem actors,
            Listening listening) {
        this.platform = platform;
        this.settings = settings;
        this.frames = frames;
        this.lane = lane;
        this.actors = actors;
        this.listening = listening;
        this.processId = platform.randomness().nextLong();
    }

    /** Another process has opened a link. */
    public LinkListener accept(Link link) {
        PeerLink accepted = PeerLink.from(this, link);
        lane.execute(() -> all.add(accepted));
        return accepted;
    }

    /** Asks another process whether an endpoint can be called. There is no timeout here. */
    public CompletableFuture<RemoteSession> lookUp(
            EndpointAddress target, int gateway, Optional<Epoch> wanted) {
        CompletableFuture<RemoteSession> reply = new CompletableFuture<>();
        lane.execute(() -> {
            PeerLink link = linkTo(target.process());
            link.request(
                    id -> new LookUp(id, target.path(), gateway, wanted),
                    new Pending.PendingLookUp(
                            reply,
                            found ->
                                    new RemoteSession(
                                            this, link, target, found.startId(), found.epoch())));
        });
        failIfClosed(reply);
        return reply;
    }

    CompletableFuture<Object> ask(PeerLink link, Call call, MethodCodec method) {
        CompletableFuture<Object> reply = new CompletableFuture<>();
        lane.execute(
                () -> link.request(call::withId, new Pending.PendingCall(reply, method, frames)));
        failIfClosed(reply);
        return reply;
    }

    void tell(PeerLink link, Call call) {
        lane.execute(() -> link.send(call));
    }

    Cancellable watch(PeerLink link, String path, long startId, Watch watch) {
        CompletableFuture<Cancellable> begun = new CompletableFuture<>();
        lane.execute(() -> begun.complete(link.watch(path, startId, watch)));
        if (closed.isDone()) {
            watch.terminated();
        }
        return () -> {
            watch.cancel();
            lane.execute(() -> {
                var _ = begun.thenAccept(Cancellable::cancel);
            });
        };
    }

    /** Stops listening and closes all links. */
    public CompletableFuture<Void> close() {
        lane.execute(() -> {
            listening.close();
            List.copyOf(all).forEach(link -> link.close("the process shuts down"));
            closed.complete(null);
        });
        return closed;
    }

    /** When the lane was closed before it took the command, this had been completed before. */
    private void failIfClosed(CompletableFuture<?> reply) {
        if (closed.isDone()) {
            reply.completeExceptionally(
                    new LinkBrokenException("This process has shut down its links"));
        }
    }

    private PeerLink linkTo(Address to) {
        PeerLink known = byAddress.get(to.toString());
        if (known != null) {
            return known;
        }
        PeerLink created = PeerLink.to(this, to);
        all.add(created);
        byAddress.put(to.toString(), created);
        if (closed.isDone()) {
            created.close("this process shuts down");
        } else {
            var _ =
                    platform.network()
                            .connect(to, created)
                            .whenComplete((link, failure) ->
                                    lane.execute(() -> created.connected(link, failure)));
        }
        return created;
    }

    /** Why a hello is not accepted; empty if it is. */
    Optional<String> refusal(Hello hello) {
        if (hello.version() != PROTOCOL_VERSION) {
            return Optional.of(
                    "protocol version "
                            + hello.version()
                            + ", and this process speaks "
                            + PROTOCOL_VERSION);
        }
        if (!hello.clusterId().equals(settings.clusterId())) {
            return Optional.of(
                    "cluster '"
                            + hello.clusterId()
                            + "', and this process belongs to '"
                            + settings.clusterId()
                            + "' (cluster.id)");
        }
        return Optional.empty();
    }

    /** A link from another process is about to open: it serves for calls in this direction too. */
    void accepted(PeerLink link, Hello hello) {
        String address = hello.address().toString();
        PeerLink known = byAddress.get(address);
        if (known != null && known.isOfAnother(hello.processId())) {
            known.close("its process was replaced by another at the same address");
        }
        // Who opens another link while one is open has lost that, whether or not we know it yet.
        byAddress.merge(address, link, (before, next) -> before.isOpen() ? next : before);
    }

    void forget(PeerLink link) {
        all.remove(link);
        link.address().ifPresent(address -> byAddress.remove(address.toString(), link));
    }

    Hello hello() {
        return new Hello(PROTOCOL_VERSION, settings.clusterId(), listening.address(), processId);
    }

    Welcome welcome() {
        return new Welcome(processId);
    }

    long nowMs() {
        return platform.clock().monotonicMs();
    }

    Lane lane() {
        return lane;
    }

    ActorSystem actors() {
        return actors;
    }

    FrameCodec frames() {
        return frames;
    }

    RpcSettings settings() {
        return settings;
    }
}
