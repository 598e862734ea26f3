package dev.millstream.rpc.gateway;

import dev.millstream.platform.time.Cancellable;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where the calls of a gateway proxy go: one start of an endpoint, and for one in another process
 * one link. When either has ended, calls fail. Thread-safe.
 */
public interface CallTarget {
    CompletableFuture<Object> ask(GatewayMethod method, List<Object> arguments);

    void tell(GatewayMethod method, List<Object> arguments);

    /** Has the watch told when it has ended. */
    Cancellable watch(Watch watch);

    /** For people: the address. */
    @Override
    String toString();
}
