package dev.millstream.rpc.service;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.actor.ActorSystem;
import dev.millstream.rpc.actor.EndpointRef;
import dev.millstream.rpc.actor.LocalTarget;
import dev.millstream.rpc.codec.GatewayCodec;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.CallTarget;
import dev.millstream.rpc.gateway.GatewayProxy;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.Watch;
import dev.millstream.rpc.remote.EndpointAddress;
import dev.millstream.rpc.remote.RemoteTarget;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The service of a process, as one of its endpoints sees it.
 *
 * @param origin address of that endpoint, or of the process
 */
record ProcessService(ProcessCore core, String origin) implements RpcService {
    @Override
    public String address(String endpointName) {
        return core.actors().address(ActorSystem.GUARDIAN + "/" + endpointName);
    }

    @Override
    public <E extends RpcEndpoint> EndpointHandle<E> start(
            String name, EndpointFactory<E> factory, Supervision supervision) {
        return core.actors().start(name, factory, supervision, origin);
    }

    @Override
    public <G extends RpcGateway> CompletableFuture<G> connect(String address, Class<G> type) {
        return connect(address, type, Optional.empty());
    }

    @Override
    public <G extends RpcGateway> CompletableFuture<G> connect(
            String address, Class<G> type, Epoch epoch) {
        return connect(address, type, Optional.of(epoch));
    }

    private <G extends RpcGateway> CompletableFuture<G> connect(
            String address, Class<G> type, Optional<Epoch> epoch) {
        try {
            EndpointAddress target = EndpointAddress.parse(address);
            return target.process().equals(core.own())
                    ? connectHere(target, address, type, epoch)
                    : connectThere(target, address, type, epoch);
        } catch (RpcException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <G extends RpcGateway> CompletableFuture<G> connectHere(
            EndpointAddress target, String address, Class<G> type, Optional<Epoch> epoch) {
        EndpointRef endpoint = endpoint(target);
        return found(
                endpoint.lookUp(type, epoch),
                address,
                type,
                present -> new LocalTarget(endpoint, present, origin, core.asks()));
    }

    private <G extends RpcGateway> CompletableFuture<G> connectThere(
            EndpointAddress target, String address, Class<G> type, Optional<Epoch> epoch) {
        Remoting remoting = remoting(address);
        GatewayCodec gateway = remoting.frames().catalog().gateway(type);
        return found(
                remoting.peers().lookUp(target, gateway.id(), epoch),
                address,
                type,
                session ->
                        new RemoteTarget(session, remoting.frames(), core.asks(), gateway, origin));
    }

    private <G extends RpcGateway, T> CompletableFuture<G> found(
            CompletableFuture<T> answer,
            String address,
            Class<G> type,
            Function<T, CallTarget> target) {
        core.limit(answer, address);
        CompletableFuture<G> gateway = new CompletableFuture<>();
        var _ =
                answer.whenComplete((present, failure) -> {
                    if (failure == null) {
                        gateway.complete(GatewayProxy.create(type, target.apply(present)));
                    } else {
                        gateway.completeExceptionally(failure);
                    }
                });
        return gateway;
    }

    @Override
    public Cancellable watch(
            RpcGateway gateway, Executor callbackExecutor, Consumer<String> onGone) {
        CallTarget target = GatewayProxy.target(gateway);
        return target.watch(new Watch(target.toString(), callbackExecutor, onGone));
    }

    private EndpointRef endpoint(EndpointAddress target) {
        return core.actors()
                .find(target.path())
                .orElseThrow(
                        () -> new EndpointNotFoundException("There is no endpoint at " + target));
    }

    private Remoting remoting(String address) {
        return core.remoting()
                .orElseThrow(() ->
                        new EndpointNotFoundException(
                                "This process has no links, and "
                                        + address
                                        + " is in another one"));
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        var _ = core.actors().shutdown();
        return core.terminated().handle((_, _) -> null);
    }

    @Override
    public CompletableFuture<Void> terminated() {
        return core.terminated();
    }
}
