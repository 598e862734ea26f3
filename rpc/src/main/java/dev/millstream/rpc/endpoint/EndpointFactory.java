package dev.millstream.rpc.endpoint;

import dev.millstream.rpc.fencing.Epoch;
import java.util.Optional;

/** Makes the incarnations of an endpoint. Called on the endpoint's main thread. */
@FunctionalInterface
public interface EndpointFactory<E extends RpcEndpoint> {
    /**
     * Makes an instance. What it throws is a crash of the endpoint.
     *
     * @param incarnation 0, and one higher with each restart
     */
    E create(EndpointContext context, int incarnation);

    /** The epoch of an incarnation; empty when the endpoint isn't fenced. */
    default Optional<Epoch> epoch(int incarnation) {
        return Optional.empty();
    }

    /** A factory of endpoints that are fenced by a leader's epochs. */
    static <E extends RpcEndpoint> EndpointFactory<E> fenced(
            long leader, EndpointFactory<E> factory) {
        return new EndpointFactory<>() {
            @Override
            public E create(EndpointContext context, int incarnation) {
                return factory.create(context, incarnation);
            }

            @Override
            public Optional<Epoch> epoch(int incarnation) {
                return Optional.of(new Epoch(leader, incarnation));
            }
        };
    }
}
