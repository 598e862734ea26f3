package dev.millstream.rpc.remote;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.codec.GatewayCodec;
import dev.millstream.rpc.codec.MethodCodec;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.gateway.Asks;
import dev.millstream.rpc.gateway.CallTarget;
import dev.millstream.rpc.gateway.GatewayMethod;
import dev.millstream.rpc.gateway.RpcInvocation;
import dev.millstream.rpc.gateway.Watch;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Calls an endpoint of another process; arguments and results go through the codec. What can't be
 * written fails here, at the sender: an ask by its future, a tell by an exception.
 *
 * @param session with the endpoint
 * @param from address of the caller
 */
public record RemoteTarget(
        RemoteSession session, FrameCodec frames, Asks asks, GatewayCodec gateway, String from)
        implements CallTarget {
    @Override
    public CompletableFuture<Object> ask(GatewayMethod method, List<Object> arguments) {
        RpcInvocation invocation = invocation(method, arguments);
        return asks.ask(invocation, from, toString(), () -> send(invocation));
    }

    private CompletableFuture<Object> send(RpcInvocation invocation) {
        try {
            MethodCodec method = codec(invocation.method());
            return session.ask(
                    gateway.id(), method, frames.arguments(method, invocation.arguments()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(Failures.forCaller(e));
        }
    }

    @Override
    public void tell(GatewayMethod method, List<Object> arguments) {
        MethodCodec codec = codec(method);
        asks.tell(
                invocation(method, arguments),
                from,
                toString(),
                () -> session.tell(gateway.id(), codec, frames.arguments(codec, arguments)));
    }

    @Override
    public Cancellable watch(Watch watch) {
        return session.watch(watch);
    }

    private RpcInvocation invocation(GatewayMethod method, List<Object> arguments) {
        return new RpcInvocation(method, arguments, session.epoch());
    }

    private MethodCodec codec(GatewayMethod method) {
        return gateway.method(method.id()).orElseThrow();
    }

    @Override
    public String toString() {
        return session.target().toString();
    }
}
