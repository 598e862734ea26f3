package dev.millstream.rpc.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where the calls of a gateway proxy go. Thread-safe. */
public interface CallTarget {
    CompletableFuture<Object> ask(GatewayMethod method, List<Object> arguments);

    void tell(GatewayMethod method, List<Object> arguments);

    /** For people: the address. */
    @Override
    String toString();
}
