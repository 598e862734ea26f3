package dev.millstream.platform.machine;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.link.Network;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links between processes that live in one JVM: frames are handed over by reference, on a lane of
 * the receiving process for each side of a link. Thread-safe.
 */
public final class LocalNetwork implements Network, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalNetwork.class);

    private final LocalHub hub;
    private final Lanes lanes;
    private final Set<LocalLink> open = ConcurrentHashMap.newKeySet();

    /** Written by {@link #close}; read by whoever opens a link, to or from here. */
    private volatile boolean closed;

    LocalNetwork(LocalHub hub, Lanes lanes) {
        this.hub = hub;
        this.lanes = lanes;
    }

    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        Optional<LocalListening> target = hub.at(address);
        if (target.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new LinkException("Nobody listens at " + address));
        }
        LocalLink near = new LocalLink(this, lane("to " + address), address.toString());
        LocalNetwork other = target.get().owner();
        LocalLink far = new LocalLink(other, other.lane("at " + address), "a process of this JVM");
        return near.open(far, listener, target.get().acceptor());
    }

    @Override
    public CompletableFuture<Listening> listen(Address address, LinkAcceptor acceptor) {
        return hub.bind(address, this, acceptor)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() ->
                        CompletableFuture.failedFuture(
                                new LinkException("Somebody listens at " + address + " already")));
    }

    /** Breaks all links and stops listening, as the end of the process would. */
    @Override
    public void close() {
        closed = true;
        hub.unbindAll(this);
        open.forEach(link -> link.close("the process has ended"));
    }

    LocalHub hub() {
        return hub;
    }

    int openLinks() {
        return open.size();
    }

    void opened(LocalLink link) {
        open.add(link);
        if (closed) {
            link.close("the process has ended");
        }
    }

    void ended(LocalLink link) {
        open.remove(link);
    }

    private Lane lane(String name) {
        return lanes.create(
                "link " + name,
                failure -> LOG.error("A listener of link {} failed", name, failure));
    }
}
