package dev.millstream.rpc.actor;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.Asks;
import dev.millstream.rpc.gateway.CallTarget;
import dev.millstream.rpc.gateway.GatewayMethod;
import dev.millstream.rpc.gateway.RpcInvocation;
import dev.millstream.rpc.gateway.Watch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Calls an endpoint of this process; arguments and results go by reference.
 *
 * @param epoch that each call bears
 * @param from address of the caller
 */
public record LocalTarget(EndpointRef endpoint, Optional<Epoch> epoch, String from, Asks asks)
        implements CallTarget {
    @Override
    public CompletableFuture<Object> ask(GatewayMethod method, List<Object> arguments) {
        RpcInvocation invocation = new RpcInvocation(method, arguments, epoch);
        return asks.ask(invocation, from, endpoint.address(), () -> endpoint.ask(invocation));
    }

    @Override
    public void tell(GatewayMethod method, List<Object> arguments) {
        RpcInvocation invocation = new RpcInvocation(method, arguments, epoch);
        asks.tell(invocation, from, endpoint.address(), () -> endpoint.tell(invocation));
    }

    @Override
    public Cancellable watch(Watch watch) {
        return endpoint.watch(watch);
    }

    @Override
    public String toString() {
        return endpoint.address();
    }
}
