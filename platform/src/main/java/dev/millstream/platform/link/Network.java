package dev.millstream.platform.link;

import java.util.concurrent.CompletableFuture;

/** Opens links to other processes and accepts theirs. Thread-safe. */
public interface Network {
    /**
     * Opens a link. The returned future fails with a {@link LinkException} that says why.
     *
     * @param listener receives what the other side sends
     */
    CompletableFuture<Link> connect(Address address, LinkListener listener);

    /** Accepts links at an address until the result is closed. */
    CompletableFuture<Listening> listen(Address address, LinkAcceptor acceptor);
}
