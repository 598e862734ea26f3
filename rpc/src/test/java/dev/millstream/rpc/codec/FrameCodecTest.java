package dev.millstream.rpc.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.platform.link.Address;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.error.MalformedMessageException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.RpcMethod;
import dev.millstream.types.serialization.Serializers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
    private static final int MAX_BODY_BYTES = 1_000;

    /** A record whose constructor is picky. */
    record Positive(int value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("not positive: " + value);
            }
        }
    }

    interface Sample extends RpcGateway {
        @RpcMethod(1)
        CompletableFuture<List<String>> ask(Positive number, List<String> texts, long other);
    }

    static final class JobMissingException extends RpcException {
        private static final long serialVersionUID = 1L;

        JobMissingException(String message) {
            super(message);
        }
    }

    private final GatewayCatalog catalog =
            GatewayCatalog.builder(new Serializers(getClass().getClassLoader()))
                    .gateway(3, Sample.class)
                    .failure(100, JobMissingException.class, JobMissingException::new)
                    .build();
    private final FrameCodec codec = new FrameCodec(catalog, MAX_BODY_BYTES);
    private final MethodCodec ask = catalog.gateway(Sample.class).method(1).orElseThrow();

    private List<Frame> frames() {
        Optional<Epoch> epoch = Optional.of(new Epoch(3, 1));
        return List.of(
                new Frame.Hello(1, "c", new Address("host", 6123), -5),
                new Frame.Welcome(Long.MIN_VALUE),
                new Frame.Refusal("no"),
                new Frame.LookUp(1, "user/x", 3, epoch),
                new Frame.Found(1, -9, Optional.empty()),
                new Frame.Call(2, "user/x", 7, 3, 1, epoch, ByteBuffer.wrap(new byte[] {1, 2})),
                new Frame.Answer(2, ByteBuffer.wrap(new byte[0])),
                new Frame.WatchEndpoint(4, "user/x", Long.MAX_VALUE),
                new Frame.Unwatch(4),
                new Frame.Terminated(4),
                new Frame.Heartbeat());
    }

    @Test
    void shouldReadBackWhatItWrote() {
        for (Frame frame : frames()) {
            assertThat(codec.decode(codec.encode(frame))).isEqualTo(frame);
        }
    }

    @Test
    void shouldReadFramesThatAreNotOnTheHeap() {
        ByteBuffer bytes = codec.encode(new Frame.Refusal("no"));
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.remaining()).put(bytes).flip();
        assertThat(codec.decode(direct)).isEqualTo(new Frame.Refusal("no"));
    }

    @Test
    void shouldKeepTheTypeOfListedFailures() {
        assertThat(passed(new AskTimeoutException("late")))
                .isExactlyInstanceOf(AskTimeoutException.class)
                .hasMessage("late");
        assertThat(passed(new JobMissingException("gone")))
                .isExactlyInstanceOf(JobMissingException.class)
                .hasMessage("gone");
        FencingException fencing =
                new FencingException("a", Optional.of(new Epoch(2, 0)), new Epoch(1, 0));
        assertThat(passed(fencing))
                .isExactlyInstanceOf(FencingException.class)
                .hasMessage(fencing.getMessage());
    }

    @Test
    void shouldTurnOtherFailuresIntoText() {
        RpcException unlisted = new RpcException("own kind") {};
        assertThat(passed(unlisted))
                .isExactlyInstanceOf(RemoteException.class)
                .hasMessage("own kind");
        assertThat(passed(new RemoteException("x".repeat(100_000), "c", "")).getMessage())
                .hasSizeLessThan(10_000);
    }

    private RpcException passed(RpcException failure) {
        return ((Frame.Failed) codec.decode(codec.encode(new Frame.Failed(1, failure)))).failure();
    }

    @Test
    void shouldGiveATypedErrorForEveryTruncation() {
        for (Frame frame : frames()) {
            byte[] bytes = bytes(frame);
            boolean hasBody = frame instanceof Frame.Call || frame instanceof Frame.Answer;
            for (int length = 0; length < bytes.length && !hasBody; length++) {
                ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
                assertThatThrownBy(() -> codec.decode(cut))
                        .isInstanceOf(MalformedMessageException.class);
            }
        }
    }

    @Test
    void shouldGiveAFrameOrATypedErrorForWhateverArrives() {
        Random random = new Random(11);
        int malformed = 0;
        for (int i = 0; i < 20_000; i++) {
            List<Frame> frames = frames();
            byte[] bytes = bytes(frames.get(random.nextInt(frames.size())));
            for (int n = 0; n <= random.nextInt(4); n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(codec.decode(ByteBuffer.wrap(bytes))).isNotNull();
            } catch (MalformedMessageException e) {
                malformed++;
            }
        }
        assertThat(malformed).isGreaterThan(1_000);
    }

    @Test
    void shouldGiveArgumentsOrATypedErrorForWhateverArrives() {
        ByteBuffer written = codec.arguments(ask, List.of(new Positive(3), List.of("a"), 5L));
        byte[] good = new byte[written.remaining()];
        written.duplicate().get(good);
        assertThat(codec.readArguments(ask, ByteBuffer.wrap(good)))
                .containsExactly(new Positive(3), List.of("a"), 5L);
        Random random = new Random(12);
        int malformed = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(codec.readArguments(ask, ByteBuffer.wrap(bytes))).hasSize(3);
            } catch (MalformedMessageException e) {
                malformed++;
            }
        }
        assertThat(malformed).isGreaterThan(100);
    }

    @Test
    void shouldRefuseAFrameAboveTheLimit() {
        ByteBuffer large = ByteBuffer.allocate(MAX_BODY_BYTES + 100_000);
        assertThatThrownBy(() -> codec.decode(large))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("rpc.framesize");
    }

    @Test
    void shouldRefuseIdsThatAreTaken() {
        GatewayCatalog.Builder builder =
                GatewayCatalog.builder(new Serializers(getClass().getClassLoader()))
                        .gateway(3, Sample.class);
        assertThatThrownBy(() -> builder.gateway(3, Sample.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same id 3");
        assertThatThrownBy(() ->
                        builder.failure(5, JobMissingException.class, JobMissingException::new))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        GatewayCatalog.builder(new Serializers(getClass().getClassLoader()))
                                .build()
                                .gateway(Sample.class))
                .hasMessageContaining(Sample.class.getName());
    }

    private byte[] bytes(Frame frame) {
        ByteBuffer written = codec.encode(frame);
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }
}
