package dev.millstream.rpc.service;

import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.rpc.remote.Peers;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Accepts links. Those that come before the process knows its own address are refused; who opened
 * them tries again.
 */
final class EarlyAcceptor implements LinkAcceptor {
    private final CompletableFuture<Peers> peers = new CompletableFuture<>();

    void begin(Peers started) {
        peers.complete(started);
    }

    @Override
    public LinkListener accepted(Link link) {
        @Nullable Peers started = peers.getNow(null);
        if (started != null) {
            return started.accept(link);
        }
        link.close("the process is still starting");
        return new Deaf();
    }

    /** Of a link that is closed already. */
    private static final class Deaf implements LinkListener {
        @Override
        public void received(Link link, ByteBuffer frame) {}

        @Override
        public void closed(Link link, String reason) {}
    }
}
