package dev.millstream.rpc.service;

import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.link.Address;
import dev.millstream.rpc.actor.ActorSystem;
import dev.millstream.rpc.endpoint.RpcSettings;
import dev.millstream.rpc.error.LookupTimeoutException;
import dev.millstream.rpc.gateway.Asks;
import dev.millstream.rpc.remote.EndpointAddress;
import dev.millstream.rpc.trace.RpcTrace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all views of one process's service share. Thread-safe. */
final class ProcessCore {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessCore.class);

    private final Platform platform;
    private final RpcSettings settings;
    private final Address own;
    private final Lane lane;
    private final Asks asks;
    private final ActorSystem actors;
    private final Optional<Remoting> remoting;
    private final CompletableFuture<Void> terminated = new CompletableFuture<>();

    /**
     * A service that begins at once.
     *
     * @param own address of this process
     */
    ProcessCore(
            Platform platform,
            RpcSettings settings,
            Address own,
            RpcTrace trace,
            Remoting.Maker remotingMaker) {
        this.platform = platform;
        this.settings = settings;
        this.own = own;
        this.lane =
                platform.lanes()
                        .create(
                                "rpc " + own,
                                failure -> LOG.error("A command of the links failed", failure));
        this.asks = new Asks(lane, settings.askTimeoutMs(), trace);
        this.actors =
                new ActorSystem(
                        platform.lanes(),
                        settings,
                        EndpointAddress.base(own),
                        asks,
                        origin -> new ProcessService(this, origin),
                        platform.randomness()::nextLong);
        this.remoting = remotingMaker.make(lane, actors);
        actors.start();
        var _ = actors.terminated().whenComplete((_, failure) -> closeLinks(failure));
    }

    private void closeLinks(@Nullable Throwable failure) {
        CompletableFuture<Void> links =
                remoting.map(present -> present.peers().close())
                        .orElseGet(() -> CompletableFuture.completedFuture(null));
        var _ = links.whenComplete((_, _) -> finish(failure));
    }

    private void finish(@Nullable Throwable failure) {
        lane.execute(lane::close);
        if (failure == null) {
            terminated.complete(null);
        } else {
            terminated.completeExceptionally(failure);
        }
    }

    /** Fails a look-up that has no answer in time. */
    void limit(CompletableFuture<?> found, String address) {
        if (found.isDone()) {
            return;
        }
        var timer = lane.schedule(settings.lookupTimeoutMs(), () -> lost(found, address));
        var _ = found.whenComplete((_, _) -> timer.cancel());
    }

    private void lost(CompletableFuture<?> found, String address) {
        boolean first =
                found.completeExceptionally(
                        new LookupTimeoutException(
                                "No answer to the look-up of "
                                        + address
                                        + " within "
                                        + settings.lookupTimeoutMs()
                                        + " ms (rpc.lookup.timeout)"));
        if (first) {
            platform.marks().sometimes("rpc.lookup.lost");
        }
    }

    Address own() {
        return own;
    }

    Asks asks() {
        return asks;
    }

    ActorSystem actors() {
        return actors;
    }

    Optional<Remoting> remoting() {
        return remoting;
    }

    CompletableFuture<Void> terminated() {
        return terminated.copy();
    }
}
