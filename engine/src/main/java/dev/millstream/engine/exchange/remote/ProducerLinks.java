package dev.millstream.engine.exchange.remote;

import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkListener;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The links that readers in other processes have opened to an exchange. Thread-safe. */
public final class ProducerLinks implements LinkAcceptor {
    private final RemoteSettings settings;
    private final PartitionRequests partitions;
    private final AtomicLong accepted = new AtomicLong();

    /** By the order in which they came. */
    private final ConcurrentSkipListMap<Long, ProducerLink> links = new ConcurrentSkipListMap<>();

    private volatile boolean closed;

    public ProducerLinks(RemoteSettings settings, PartitionRequests partitions) {
        this.settings = settings;
        this.partitions = partitions;
    }

    @Override
    public LinkListener accepted(Link link) {
        long number = accepted.getAndIncrement();
        ProducerLink created =
                new ProducerLink(link, settings, partitions, () -> links.remove(number));
        links.put(number, created);
        if (closed) {
            created.shutDown();
        }
        return created;
    }

    /** Closes all links; their channels fail. Links that are accepted later are closed at once. */
    public void close() {
        closed = true;
        links.values().forEach(ProducerLink::shutDown);
    }
}
