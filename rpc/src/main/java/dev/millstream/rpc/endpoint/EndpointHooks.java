package dev.millstream.rpc.endpoint;

import java.util.concurrent.CompletableFuture;

/** Lets the actor system, and nobody else, call the hooks of an endpoint. */
public final class EndpointHooks {
    private EndpointHooks() {}

    public static void start(RpcEndpoint endpoint) {
        endpoint.onStart();
    }

    public static CompletableFuture<Void> stop(RpcEndpoint endpoint) {
        return endpoint.onStop();
    }

    public static void childFailed(
            RpcEndpoint endpoint, String child, Throwable cause, int restarts) {
        endpoint.onChildFailed(child, cause, restarts);
    }
}
