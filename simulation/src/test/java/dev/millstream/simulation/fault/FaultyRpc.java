package dev.millstream.simulation.fault;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.RpcGateway;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An actor system whose calls to others a fault may change.
 *
 * @param sound the actor system below
 * @param fault what happens to calls
 */
record FaultyRpc(RpcService sound, CallFault fault) implements RpcService {
    /** What happens to calls. */
    @FunctionalInterface
    interface CallFault {
        /**
         * A call is made.
         *
         * @param pass makes it for real, with whatever arguments
         */
        @Nullable Object call(String method, Object[] arguments, Pass pass) throws Throwable;
    }

    /** Makes a call. */
    @FunctionalInterface
    interface Pass {
        @Nullable Object with(Object... arguments) throws Throwable;
    }

    @Override
    public String address(String endpointName) {
        return sound.address(endpointName);
    }

    @Override
    public <E extends RpcEndpoint> EndpointHandle<E> start(
            String name, EndpointFactory<E> factory, Supervision supervision) {
        return sound.start(name, around(factory), supervision);
    }

    @Override
    public <G extends RpcGateway> CompletableFuture<G> connect(String address, Class<G> type) {
        return sound.connect(address, type).thenApply(gateway -> around(gateway, type));
    }

    @Override
    public <G extends RpcGateway> CompletableFuture<G> connect(
            String address, Class<G> type, Epoch epoch) {
        return sound.connect(address, type, epoch).thenApply(gateway -> around(gateway, type));
    }

    @Override
    public Cancellable watch(
            RpcGateway gateway, Executor callbackExecutor, Consumer<String> onGone) {
        RpcGateway watched =
                Proxy.isProxyClass(gateway.getClass())
                                && Proxy.getInvocationHandler(gateway) instanceof Faulty faulty
                        ? faulty.gateway()
                        : gateway;
        return sound.watch(watched, callbackExecutor, onGone);
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        return sound.shutdown();
    }

    @Override
    public CompletableFuture<Void> terminated() {
        return sound.terminated();
    }

    private <G extends RpcGateway> G around(G gateway, Class<G> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, new Faulty(gateway, fault)));
    }

    private record Faulty(RpcGateway gateway, CallFault fault) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                throws Throwable {
            return fault.call(
                    method.getName(),
                    arguments == null ? new Object[0] : arguments,
                    changed -> FaultyRpc.invoke(gateway, method, changed));
        }
    }

    private static @Nullable Object invoke(Object gateway, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(gateway, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private <E extends RpcEndpoint> EndpointFactory<E> around(EndpointFactory<E> factory) {
        return new EndpointFactory<>() {
            @Override
            public E create(EndpointContext context, int incarnation) {
                return factory.create(new FaultyContext(context, FaultyRpc.this), incarnation);
            }

            @Override
            public Optional<Epoch> epoch(int incarnation) {
                return factory.epoch(incarnation);
            }
        };
    }

    private record FaultyContext(EndpointContext sound, FaultyRpc rpc) implements EndpointContext {
        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public String address() {
            return sound.address();
        }

        @Override
        public MainThread mainThread() {
            return sound.mainThread();
        }

        @Override
        public Optional<Epoch> epoch() {
            return sound.epoch();
        }

        @Override
        public <E extends RpcEndpoint> EndpointHandle<E> startChild(
                String name, EndpointFactory<E> factory, Supervision supervision) {
            return sound.startChild(name, rpc.around(factory), supervision);
        }
    }
}
