package dev.millstream.platform.machine;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.LinkListener;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One side of a link. Its listener is called on its lane, whose order is the order of frames. */
final class LocalLink implements Link {
    private final LocalNetwork owner;
    private final Lane lane;
    private final String remote;

    /** Set by whichever side closes first, on both sides; stops this side from sending. */
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Set before any other thread sees this. */
    private @Nullable LocalLink peer;

    /** Only touched on the lane. */
    private @Nullable LinkListener listener;

    LocalLink(LocalNetwork owner, Lane lane, String remote) {
        this.owner = owner;
        this.lane = lane;
        this.remote = remote;
    }

    /** Called on the side that opens the link. The future is completed on its lane. */
    CompletableFuture<Link> open(LocalLink far, LinkListener own, LinkAcceptor acceptor) {
        peer = far;
        far.peer = this;
        owner.opened(this);
        far.owner.opened(far);
        CompletableFuture<Link> opened = new CompletableFuture<>();
        lane.execute(() -> listener = new Opening(opened));
        far.lane.execute(() -> {
            lane.execute(() -> established(own, opened));
            far.accept(acceptor);
        });
        return opened;
    }

    private void accept(LinkAcceptor acceptor) {
        try {
            listener = acceptor.accepted(this);
        } catch (RuntimeException | Error e) {
            close("it could not be accepted");
            throw e;
        }
    }

    private void established(LinkListener own, CompletableFuture<Link> opened) {
        if (listener != null) {
            listener = own;
            opened.complete(this);
        }
    }

    @Override
    public String remote() {
        return remote;
    }

    @Override
    public void send(ByteBuffer frame) {
        LocalLink far = peer;
        if (far != null && !closed.get()) {
            far.lane.execute(() -> far.deliver(frame));
        }
    }

    @Override
    public void close(String reason) {
        LocalLink far = peer;
        if (far != null && !closed.getAndSet(true)) {
            far.lane.execute(() -> far.end("closed by the other side: " + reason));
            lane.execute(() -> end(reason));
        }
    }

    private void deliver(ByteBuffer frame) {
        if (listener != null) {
            listener.received(this, frame);
        }
    }

    private void end(String reason) {
        closed.set(true);
        owner.ended(this);
        LinkListener told = listener;
        if (told != null) {
            listener = null;
            told.closed(this, reason);
            lane.close();
        }
    }

    /** Stands in for the listener while the other side has not accepted yet. */
    private record Opening(CompletableFuture<Link> opened) implements LinkListener {
        @Override
        public void received(Link link, ByteBuffer frame) {
            throw new IllegalStateException("A frame before the link was open");
        }

        @Override
        public void closed(Link link, String reason) {
            opened.completeExceptionally(
                    new LinkException("The link to " + link.remote() + " was refused: " + reason));
        }
    }

    @Override
    public String toString() {
        return "link to " + remote;
    }
}
