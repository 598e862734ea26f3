package dev.millstream.rpc.endpoint;

import dev.millstream.rpc.gateway.RpcGateway;
import java.util.concurrent.CompletableFuture;

/** A started endpoint, in the hands of who started it. Thread-safe. */
public interface EndpointHandle<E extends RpcEndpoint> {
    String address();

    /**
     * A gateway to it that needs no look-up, bears no epoch and outlives restarts.
     *
     * @throws IllegalArgumentException if the type isn't a gateway. A call fails when the endpoint
     *     doesn't implement it
     */
    <G extends RpcGateway> G gateway(Class<G> type);

    /** Stops it, with its children. Idempotent. */
    CompletableFuture<Void> stop();

    /** Completed when it has ended for good; with the cause when that was a crash. */
    CompletableFuture<Void> terminated();
}
