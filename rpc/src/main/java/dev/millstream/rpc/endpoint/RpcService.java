package dev.millstream.rpc.endpoint;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.RpcGateway;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The actor system of one process: starts endpoints, finds those of this and of other processes,
 * and watches them. Thread-safe.
 *
 * <p>Futures of this service and of gateways are completed on a thread of the platform: an endpoint
 * hops back with {@code thenAcceptAsync(..., mainThread())} before it touches its state. They fail
 * with a {@link dev.millstream.rpc.error.RpcException}.
 */
public interface RpcService {
    /**
     * The address of an endpoint of this process, whether or not it exists.
     *
     * @param endpointName its name, or for a child its path such as {@code dispatcher/jobmaster-1}
     */
    String address(String endpointName);

    /**
     * Starts an endpoint below the guardian. It is created on its own main thread, after this
     * returns; calls made meanwhile wait in its mailbox.
     *
     * @param name unique among the endpoints of this process: letters, digits, {@code -_.}
     * @param supervision what happens when it fails; what escalates from here shuts the service
     *     down
     * @throws IllegalArgumentException if the name is taken or not a name
     */
    <E extends RpcEndpoint> EndpointHandle<E> start(
            String name, EndpointFactory<E> factory, Supervision supervision);

    /**
     * Looks an endpoint up. The gateway's calls bear the epoch that the endpoint has at this
     * moment, if it is fenced: once it was restarted they are refused, and the caller connects
     * again.
     *
     * <p>Fails at once with {@link dev.millstream.rpc.error.EndpointNotFoundException} when its
     * process says that there is none, and with {@link
     * dev.millstream.rpc.error.LookupTimeoutException} after {@link RpcOptions#LOOKUP_TIMEOUT} when
     * there is no answer.
     */
    <G extends RpcGateway> CompletableFuture<G> connect(String address, Class<G> type);

    /**
     * Looks up a fenced endpoint, and fails with {@link dev.millstream.rpc.error.FencingException}
     * at once when its epoch is another.
     */
    <G extends RpcGateway> CompletableFuture<G> connect(String address, Class<G> type, Epoch epoch);

    /**
     * Calls back once when what the gateway calls is gone: the endpoint that was looked up has
     * ended for good, or the link over which it was found has (it broke, or its process is silent).
     * From then on all calls of this gateway fail. A restart by the endpoint's supervisor is no
     * end. That another endpoint was started at the same address before the watch began doesn't
     * hide the end of the first.
     *
     * @param gateway from {@link #connect} or {@link EndpointHandle#gateway}
     * @param onGone gets the address
     * @return ends the watch
     */
    Cancellable watch(RpcGateway gateway, Executor callbackExecutor, Consumer<String> onGone);

    /** Stops all endpoints, children first told by their parents, and closes all links. */
    CompletableFuture<Void> shutdown();

    /** Completed when the service has shut down, for whatever reason. */
    CompletableFuture<Void> terminated();
}
