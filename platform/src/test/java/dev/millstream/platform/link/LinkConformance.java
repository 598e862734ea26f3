package dev.millstream.platform.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link Network} must do. A subclass says where two processes get
 * theirs from.
 */
public abstract class LinkConformance {
    private static final Address ANY = new Address("127.0.0.1", 0);

    /** The network of the process that listens. */
    protected abstract Network server();

    /** The network of the process that connects. */
    protected abstract Network client();

    /** Waits until a future is done; a simulated network runs its events here. */
    protected <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void shouldDeliverFramesWholeAndInOrderInBothDirections() {
        Opened opened = open();
        for (int i = 0; i < 1_000; i++) {
            opened.near().send(frame(i, 1 + i % 7));
            opened.far().send(frame(-i, 8));
        }
        List<ByteBuffer> atServer = await(opened.atServer().frames(1_000));
        List<ByteBuffer> atClient = await(opened.atClient().frames(1_000));
        for (int i = 0; i < 1_000; i++) {
            assertThat(atServer.get(i)).isEqualTo(frame(i, 1 + i % 7));
            assertThat(atClient.get(i)).isEqualTo(frame(-i, 8));
        }
    }

    @Test
    void shouldSendFromPositionToLimitOnly() {
        Opened opened = open();
        ByteBuffer frame = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5});
        frame.position(1).limit(4);
        opened.near().send(frame);
        assertThat(await(opened.atServer().frames(1)).getFirst())
                .isEqualTo(ByteBuffer.wrap(new byte[] {2, 3, 4}));
    }

    @Test
    void shouldDeliverAnEmptyFrame() {
        Opened opened = open();
        opened.near().send(ByteBuffer.allocate(0));
        assertThat(await(opened.atServer().frames(1)).getFirst().remaining()).isZero();
    }

    @Test
    void shouldDeliverALargeFrame() {
        Opened opened = open();
        opened.near().send(frame(7, 1 << 20));
        assertThat(await(opened.atServer().frames(1)).getFirst()).isEqualTo(frame(7, 1 << 20));
    }

    @Test
    void shouldDeliverWhatWasSentBeforeTheClose() {
        Opened opened = open();
        for (int i = 0; i < 100; i++) {
            opened.near().send(frame(i, 4));
        }
        opened.near().close("done");
        await(opened.atServer().closed());
        assertThat(opened.atServer().soFar()).hasSize(100);
    }

    @Test
    void shouldTellBothSidesOfACloseExactlyOnceWhoeverCloses() {
        Opened opened = open();
        opened.near().close("one");
        opened.far().close("two");
        opened.near().close("three");
        await(opened.atServer().closed());
        await(opened.atClient().closed());
        // A second link's end comes after anything that the first might still tell.
        Opened second = open();
        second.near().close("done");
        await(second.atServer().closed());
        await(second.atClient().closed());
        assertThat(opened.atServer().closings()).isEqualTo(1);
        assertThat(opened.atClient().closings()).isEqualTo(1);
    }

    @Test
    void shouldTellWhoClosesToo() {
        Opened opened = open();
        opened.far().close("the server leaves");
        await(opened.atClient().closed());
        assertThat(await(opened.atServer().closed())).contains("the server leaves");
    }

    @Test
    void shouldDropFramesAfterTheClose() {
        Opened opened = open();
        opened.near().close("done");
        opened.near().send(frame(1, 4));
        await(opened.atServer().closed());
        opened.far().send(frame(1, 4));
        assertThat(opened.atServer().soFar()).isEmpty();
        assertThat(opened.atClient().soFar()).isEmpty();
    }

    @Test
    void shouldFailToConnectWhereNobodyListens() {
        Address address = closedAddress();
        assertThatThrownBy(() -> await(client().connect(address, new Recorder())))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(LinkException.class)
                .hasMessageContaining(address.toString());
    }

    @Test
    void shouldFailToListenWhereSomebodyDoes() {
        Listening first = await(server().listen(ANY, _ -> new Recorder()));
        assertThatThrownBy(() -> await(client().listen(first.address(), _ -> new Recorder())))
                .hasCauseInstanceOf(LinkException.class)
                .hasMessageContaining(first.address().toString());
    }

    @Test
    void shouldKeepAcceptedLinksWhenListeningEnds() {
        Opened opened = open();
        opened.listening().close();
        opened.listening().close();
        opened.near().send(frame(1, 4));
        await(opened.atServer().frames(1));
    }

    @Test
    void shouldLetTheAcceptorSendAtOnce() {
        Recorder atServer = new Recorder();
        Listening listening =
                await(
                        server().listen(
                                        ANY,
                                        link -> {
                                            link.send(frame(42, 4));
                                            return atServer;
                                        }));
        Recorder atClient = new Recorder();
        var _ = await(client().connect(listening.address(), atClient));
        assertThat(await(atClient.frames(1)).getFirst()).isEqualTo(frame(42, 4));
    }

    private Opened open() {
        Recorder atServer = new Recorder();
        CompletableFuture<Link> accepted = new CompletableFuture<>();
        Listening listening =
                await(
                        server().listen(
                                        ANY,
                                        link -> {
                                            accepted.complete(link);
                                            return atServer;
                                        }));
        Recorder atClient = new Recorder();
        Link near = await(client().connect(listening.address(), atClient));
        return new Opened(listening, near, await(accepted), atClient, atServer);
    }

    private Address closedAddress() {
        Listening listening = await(server().listen(ANY, _ -> new Recorder()));
        listening.close();
        return listening.address();
    }

    private static ByteBuffer frame(int seed, int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        for (int i = 0; i < sizeBytes; i++) {
            bytes[i] = (byte) (seed * 31 + i);
        }
        return ByteBuffer.wrap(bytes);
    }

    private record Opened(
            Listening listening, Link near, Link far, Recorder atClient, Recorder atServer) {}

    /** Remembers what it is told. Guarded by itself. */
    private static final class Recorder implements LinkListener {
        private final List<ByteBuffer> received = new ArrayList<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private CompletableFuture<List<ByteBuffer>> enough = new CompletableFuture<>();
        private int wanted = Integer.MAX_VALUE;
        private int closings;

        @Override
        public synchronized void received(Link link, ByteBuffer frame) {
            assertThat(closings).as("frames after the close").isZero();
            received.add(frame);
            check();
        }

        @Override
        public synchronized void closed(Link link, String reason) {
            closings++;
            closed.complete(reason);
        }

        synchronized CompletableFuture<List<ByteBuffer>> frames(int count) {
            wanted = count;
            enough = new CompletableFuture<>();
            check();
            return enough;
        }

        CompletableFuture<String> closed() {
            return closed;
        }

        synchronized List<ByteBuffer> soFar() {
            return List.copyOf(received);
        }

        synchronized int closings() {
            return closings;
        }

        private void check() {
            if (received.size() >= wanted) {
                enough.complete(List.copyOf(received));
            }
        }
    }
}
