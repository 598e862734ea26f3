package dev.millstream.transport.admission;

import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.transport.handshake.Bytes32;
import dev.millstream.transport.handshake.Peer;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.link.LinkLimits;
import dev.millstream.transport.link.LinkTraffic;
import dev.millstream.transport.link.NettyLink;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What connections of one process need on their way to being links, and the links that there are.
 * Thread-safe.
 */
public final class Admission {
    private final ProcessIdentity identity;
    private final AdmissionLimits limits;
    private final LinkLimits linkLimits;
    private final SecureRandom random = new SecureRandom();
    private final UnprovenConnections unproven;
    private final RefusalLog refusals = new RefusalLog(System::nanoTime);
    private final Map<Purpose, LinkTraffic> traffic = new EnumMap<>(Purpose.class);
    private final Set<NettyLink> links = ConcurrentHashMap.newKeySet();

    public Admission(ProcessIdentity identity, AdmissionLimits limits, LinkLimits linkLimits) {
        this.identity = identity;
        this.limits = limits;
        this.linkLimits = linkLimits;
        this.unproven = new UnprovenConnections(limits);
        for (Purpose purpose : Purpose.values()) {
            traffic.put(purpose, new LinkTraffic());
        }
    }

    /** Who accepts links of a purpose at some port; asked when a link is about to open. */
    @FunctionalInterface
    public interface Acceptors {
        /** Empty if nobody does. */
        Optional<LinkAcceptor> of(Purpose purpose);
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public UnprovenConnections unproven() {
        return unproven;
    }

    public RefusalLog refusals() {
        return refusals;
    }

    public LinkTraffic.Counts traffic(Purpose purpose) {
        return trafficOf(purpose).counts();
    }

    /** Those that are open. */
    public Set<NettyLink> links() {
        return links;
    }

    AdmissionLimits limits() {
        return limits;
    }

    Bytes32 nonce() {
        return Bytes32.random(random);
    }

    /** A link over a connection whose other side has proved itself. On its event loop. */
    NettyLink link(Channel channel, Peer peer) {
        String remote = peer.role() + " at " + nameOf(channel);
        NettyLink link = new NettyLink(channel, remote, linkLimits, trafficOf(peer.purpose()));
        links.add(link);
        var _ = channel.closeFuture().addListener(_ -> links.remove(link));
        return link;
    }

    private LinkTraffic trafficOf(Purpose purpose) {
        LinkTraffic known = traffic.get(purpose);
        if (known == null) {
            throw new IllegalStateException("Every purpose has its counts");
        }
        return known;
    }

    /** Address and port of the other side, for people. */
    static String nameOf(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress socket
                ? addressOf(channel) + ":" + socket.getPort()
                : "an unknown address";
    }

    /** Address of the other side. */
    static String addressOf(Channel channel) {
        if (channel.remoteAddress() instanceof InetSocketAddress socket) {
            InetAddress address = socket.getAddress();
            return address == null ? socket.getHostString() : address.getHostAddress();
        }
        return "";
    }
}
