package dev.millstream.simulation.fault;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.link.Network;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network whose links treat what is sent in a broken way.
 *
 * @param sound the network below
 * @param faults makes the fault of a link
 */
record FaultyNetwork(Network sound, Supplier<FrameFault> faults) implements Network {
    /** What a link does with frames. */
    interface FrameFault {
        /**
         * A frame is sent.
         *
         * @param pass sends a frame for real
         */
        void send(ByteBuffer frame, Consumer<ByteBuffer> pass);

        /** The link is about to close: what is held back goes now. */
        default void flush(Consumer<ByteBuffer> pass) {}
    }

    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        FaultyLink faulty = new FaultyLink(faults.get());
        return sound.connect(address, faulty.around(listener)).thenApply(faulty::over);
    }

    @Override
    public CompletableFuture<Listening> listen(Address address, LinkAcceptor acceptor) {
        return sound.listen(
                address,
                link -> {
                    FaultyLink faulty = new FaultyLink(faults.get());
                    return faulty.around(acceptor.accepted(faulty.over(link)));
                });
    }

    private static final class FaultyLink implements Link {
        private final FrameFault fault;
        private @Nullable Link sound;

        FaultyLink(FrameFault fault) {
            this.fault = fault;
        }

        FaultyLink over(Link link) {
            sound = link;
            return this;
        }

        LinkListener around(LinkListener listener) {
            return new LinkListener() {
                @Override
                public void received(Link link, ByteBuffer frame) {
                    listener.received(FaultyLink.this, frame);
                }

                @Override
                public void closed(Link link, String reason) {
                    listener.closed(FaultyLink.this, reason);
                }
            };
        }

        @Override
        public String remote() {
            return sound().remote();
        }

        @Override
        public void send(ByteBuffer frame) {
            fault.send(frame, sound()::send);
        }

        @Override
        public void close(String reason) {
            fault.flush(sound()::send);
            sound().close(reason);
        }

        private Link sound() {
            return Objects.requireNonNull(sound, "the link is not open");
        }
    }
}
