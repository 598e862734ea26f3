package dev.millstream.rpc.remote;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.codec.Frame.Call;
import dev.millstream.rpc.codec.MethodCodec;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.Watch;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An endpoint of another process as a look-up has found it: this start of it, over this link. When
 * either has ended the session is over, and another look-up begins another one. Thread-safe.
 */
public final class RemoteSession {
    private final Peers peers;
    private final PeerLink link;
    private final EndpointAddress target;
    private final long startId;
    private final Optional<Epoch> epoch;

    RemoteSession(
            Peers peers,
            PeerLink link,
            EndpointAddress target,
            long startId,
            Optional<Epoch> epoch) {
        this.peers = peers;
        this.link = link;
        this.target = target;
        this.startId = startId;
        this.epoch = epoch;
    }

    EndpointAddress target() {
        return target;
    }

    /** That the endpoint has, if it is fenced; each call bears it. */
    Optional<Epoch> epoch() {
        return epoch;
    }

    /** There is no timeout here. */
    CompletableFuture<Object> ask(int gateway, MethodCodec method, ByteBuffer arguments) {
        return peers.ask(link, call(gateway, method, arguments), method);
    }

    void tell(int gateway, MethodCodec method, ByteBuffer arguments) {
        peers.tell(link, call(gateway, method, arguments));
    }

    Cancellable watch(Watch watch) {
        return peers.watch(link, target.path(), startId, watch);
    }

    private Call call(int gateway, MethodCodec method, ByteBuffer arguments) {
        return new Call(
                Call.NO_ANSWER,
                target.path(),
                startId,
                gateway,
                method.method().id(),
                epoch,
                arguments);
    }
}
