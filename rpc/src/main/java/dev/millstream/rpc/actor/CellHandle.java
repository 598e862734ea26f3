package dev.millstream.rpc.actor;

import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.gateway.GatewayProxy;
import dev.millstream.rpc.gateway.RpcGateway;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A handle of a cell.
 *
 * @param from address of who started it
 */
record CellHandle<E extends RpcEndpoint>(ActorSystem system, Cell cell, String from)
        implements EndpointHandle<E> {
    @Override
    public String address() {
        return cell.address();
    }

    @Override
    public <G extends RpcGateway> G gateway(Class<G> type) {
        EndpointRef endpoint = new EndpointRef(cell);
        return GatewayProxy.create(
                type, new LocalTarget(endpoint, Optional.empty(), from, system.asks()));
    }

    @Override
    public CompletableFuture<Void> stop() {
        return cell.stop();
    }

    @Override
    public CompletableFuture<Void> terminated() {
        return cell.terminated().copy();
    }
}
