package dev.millstream.jobmanager.resourcemanager;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.gateway.RpcGateway;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gateways to those who have registered, each watched. Belongs to the endpoint's main thread.
 *
 * @param <K> names a peer
 * @param <G> its gateway
 */
final class Peers<K extends Comparable<K>, G extends RpcGateway> {
    private final EndpointContext own;
    private final TreeMap<K, Peer<G>> peers = new TreeMap<>();

    private record Peer<G>(G gateway, Cancellable watch) {}

    Peers(EndpointContext own) {
        this.own = own;
    }

    /**
     * Takes the place of what was known under this key.
     *
     * @param onGone called on the main thread when what the gateway calls is gone
     */
    void add(K key, G gateway, Runnable onGone) {
        remove(key);
        Cancellable watch = own.rpc().watch(gateway, own.mainThread(), _ -> onGone.run());
        peers.put(key, new Peer<>(gateway, watch));
    }

    void remove(K key) {
        Peer<G> peer = peers.remove(key);
        if (peer != null) {
            peer.watch().cancel();
        }
    }

    Optional<G> find(K key) {
        return Optional.ofNullable(peers.get(key)).map(Peer::gateway);
    }
}
