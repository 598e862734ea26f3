package dev.millstream.rpc.endpoint;

import dev.millstream.rpc.fencing.Epoch;
import java.util.Optional;

/** What one incarnation of an endpoint lives in. */
public interface EndpointContext {
    /** The endpoint's own name, without its parent's. */
    String name();

    /** Where others find it; the same after a restart. */
    String address();

    RpcService rpc();

    MainThread mainThread();

    /** The epoch that calls must bear; empty when it isn't fenced. */
    Optional<Epoch> epoch();

    /**
     * Starts an endpoint that this one supervises, and that is stopped with it. Called on the main
     * thread.
     *
     * @param name unique among this endpoint's children: letters, digits, {@code -_.}
     * @throws IllegalArgumentException if the name is taken or not a name
     */
    <E extends RpcEndpoint> EndpointHandle<E> startChild(
            String name, EndpointFactory<E> factory, Supervision supervision);
}
