package dev.millstream.rpc.remote;

import dev.millstream.rpc.codec.Frame.Call;
import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.codec.GatewayCodec;
import dev.millstream.rpc.codec.MethodCodec;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.Asks;
import dev.millstream.rpc.gateway.CallTarget;
import dev.millstream.rpc.gateway.GatewayMethod;
import dev.millstream.rpc.gateway.RpcInvocation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Calls an endpoint of another process; arguments and results go through the codec. What can't be
 * written fails here, at the sender: an ask by its future, a tell by an exception.
 *
 * @param target the endpoint
 * @param epoch that each call bears
 * @param from address of the caller
 */
public record RemoteTarget(
        Peers peers,
        FrameCodec frames,
        Asks asks,
        GatewayCodec gateway,
        EndpointAddress target,
        Optional<Epoch> epoch,
        String from)
        implements CallTarget {
    @Override
    public CompletableFuture<Object> ask(GatewayMethod method, List<Object> arguments) {
        RpcInvocation invocation = new RpcInvocation(method, arguments, epoch);
        return asks.ask(invocation, from, target.toString(), () -> send(invocation));
    }

    private CompletableFuture<Object> send(RpcInvocation invocation) {
        try {
            return peers.ask(target.process(), call(invocation), codec(invocation.method()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(Failures.forCaller(e));
        }
    }

    @Override
    public void tell(GatewayMethod method, List<Object> arguments) {
        RpcInvocation invocation = new RpcInvocation(method, arguments, epoch);
        asks.tell(
                invocation,
                from,
                target.toString(),
                () -> peers.tell(target.process(), call(invocation)));
    }

    private Call call(RpcInvocation invocation) {
        MethodCodec method = codec(invocation.method());
        return new Call(
                Call.NO_ANSWER,
                target.path(),
                gateway.id(),
                invocation.method().id(),
                epoch,
                frames.arguments(method, invocation.arguments()));
    }

    private MethodCodec codec(GatewayMethod method) {
        return gateway.method(method.id()).orElseThrow();
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
