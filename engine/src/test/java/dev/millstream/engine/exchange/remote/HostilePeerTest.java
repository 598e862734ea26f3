package dev.millstream.engine.exchange.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.ExchangeOptions;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.fixture.ExchangeProcess;
import dev.millstream.engine.exchange.fixture.ManualWorld;
import dev.millstream.engine.exchange.fixture.Reading;
import dev.millstream.engine.exchange.fixture.Wiring;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePeerTest {
    private static final Frame HELLO = new Frame.Hello(FrameFormat.VERSION);

    private final ManualWorld world = new ManualWorld();
    private final Configuration configuration = new Configuration().set(ExchangeOptions.CREDITS, 2);
    private final Peer peer = new Peer();
    private ExchangeProcess process;

    /** The other side of a link, driven by the test. */
    private static final class Peer implements LinkListener {
        private final List<Frame> received = new ArrayList<>();
        private String closed = "";
        private @Nullable Link link;

        Link link() {
            return Objects.requireNonNull(link);
        }

        void send(Frame frame) {
            link().send(FrameFormat.encode(frame));
        }

        @Override
        public void received(Link from, ByteBuffer frame) {
            try {
                received.add(FrameFormat.decode(frame));
            } catch (FrameException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void closed(Link gone, String reason) {
            closed = reason;
        }
    }

    @BeforeEach
    void start() {
        process = new ExchangeProcess(world, configuration, "a");
    }

    private void connectAsReader() {
        var _ =
                world.network()
                        .connect(process.exchange().address(), peer)
                        .thenAccept(link -> peer.link = link);
        world.run();
    }

    private Reading connectAsProducer() {
        Address address = new Address("evil", 1);
        var _ =
                world.network()
                        .listen(
                                address,
                                link -> {
                                    peer.link = link;
                                    return peer;
                                });
        Reading reading = process.read(ResultKind.PIPELINED, 1, 0, address);
        world.run();
        return reading;
    }

    private static EncodedBatch junk(int size) {
        return new EncodedBatch(new byte[EncodedBatch.PREFIX_BYTES + size], size + 5, false);
    }

    static List<List<Frame>> wrongReaders() {
        Frame request = new Frame.Request(0, Wiring.partition(0), 0, 1);
        return List.of(
                List.of(request),
                List.of(new Frame.Hello(99)),
                List.of(HELLO, new Frame.Credit(0, 1)),
                List.of(HELLO, new Frame.Close(4)),
                List.of(HELLO, request, request),
                List.of(HELLO, request, new Frame.Credit(0, 0)),
                List.of(HELLO, request, new Frame.Credit(0, Integer.MAX_VALUE)),
                List.of(HELLO, new Frame.Data(0, junk(9))),
                List.of(HELLO, new Frame.Failure(0, Reason.FILE, "no")));
    }

    @ParameterizedTest
    @MethodSource("wrongReaders")
    void shouldCloseTheLinkOfAReaderThatBreaksTheProtocol(List<Frame> frames) {
        connectAsReader();
        frames.forEach(peer::send);
        world.run();
        assertThat(peer.received).last().isInstanceOf(Frame.Goodbye.class);
        assertThat(peer.closed).isNotEmpty();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
        assertThat(world.pendingTimers()).isZero();
    }

    @Test
    void shouldCloseTheLinkOfAReaderThatDoesNotGreet() {
        connectAsReader();
        world.advance(11_000);
        assertThat(peer.closed).contains("no greeting");
    }

    @Test
    void shouldCloseTheLinkForAFrameThatIsTooLarge() {
        connectAsReader();
        peer.send(HELLO);
        peer.link().send(ByteBuffer.allocate((64 << 20) + 1));
        world.run();
        assertThat(peer.closed).contains("67108865 bytes");
    }

    @Test
    void shouldNotMindWhatComesForAChannelThatHasEnded() {
        connectAsReader();
        peer.send(HELLO);
        peer.send(new Frame.Request(0, Wiring.partition(0), 0, 1));
        peer.send(new Frame.Close(0));
        peer.send(new Frame.Close(0));
        peer.send(new Frame.Credit(0, 1));
        world.run();
        assertThat(peer.closed).isEmpty();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }

    static List<List<Frame>> wrongProducers() {
        return List.of(
                List.of(new Frame.Data(0, junk(9))),
                List.of(new Frame.Hello(99)),
                List.of(HELLO, new Frame.Data(1, junk(9))),
                List.of(HELLO, new Frame.Data(-1, junk(9))),
                List.of(HELLO, new Frame.Credit(0, 1)),
                List.of(
                        HELLO,
                        new Frame.Data(0, junk(9)),
                        new Frame.Data(0, junk(9)),
                        new Frame.Data(0, junk(9))),
                List.of(new Frame.Goodbye("I don't like you")));
    }

    @ParameterizedTest
    @MethodSource("wrongProducers")
    void shouldFailTheReadersOfAProducerThatBreaksTheProtocol(List<Frame> frames) {
        Reading reading = connectAsProducer();
        frames.forEach(peer::send);
        world.run();
        assertThat(peer.closed).isNotEmpty();
        assertThatThrownBy(reading::takeAll)
                .isInstanceOf(PartitionFailedException.class)
                .hasMessageContaining("evil:1");
        reading.close();
        world.run();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
        assertThat(world.pendingTimers()).isZero();
    }

    @Test
    void shouldFailTheReaderForABatchThatCannotBeRead() {
        Reading reading = connectAsProducer();
        peer.send(HELLO);
        EncodedBatch batch = junk(100);
        batch.array()[EncodedBatch.PREFIX_BYTES] = 50;
        peer.send(new Frame.Data(0, batch));
        world.run();
        assertThatThrownBy(reading::takeAll)
                .isInstanceOfSatisfying(
                        PartitionFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
        reading.close();
        world.run();
        assertThat(peer.received).last().isEqualTo(new Frame.Close(0));
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldFailWhenNobodyAnswersTheGreeting() {
        Reading reading = connectAsProducer();
        world.advance(11_000);
        assertThatThrownBy(reading::takeAll)
                .isInstanceOf(PartitionFailedException.class)
                .hasMessageContaining("no answer");
        assertThat(peer.closed).isNotEmpty();
    }
}
