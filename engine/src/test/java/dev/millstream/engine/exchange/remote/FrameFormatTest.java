package dev.millstream.engine.exchange.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.fixture.Wiring;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameFormatTest {
    private static final List<Frame> FRAMES =
            List.of(
                    new Frame.Hello(FrameFormat.VERSION),
                    new Frame.Request(3, Wiring.partition(5), 6, 7),
                    new Frame.Credit(Integer.MAX_VALUE, 1),
                    new Frame.Close(0),
                    new Frame.Failure(8, Reason.DAMAGED, "because"),
                    new Frame.Goodbye("done"));

    @Test
    void shouldReadWhatWasWritten() throws FrameException {
        for (Frame frame : FRAMES) {
            assertThat(FrameFormat.decode(FrameFormat.encode(frame))).isEqualTo(frame);
        }
    }

    @Test
    void shouldReadBatchesInPlaceOrElsewhereInABuffer() throws FrameException {
        byte[] content = {0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6};
        Frame.Data data =
                new Frame.Data(0x01020304, new EncodedBatch(content, content.length, false));
        ByteBuffer encoded = FrameFormat.encode(data);
        byte[] shifted = new byte[encoded.remaining() + 9];
        System.arraycopy(content, 0, shifted, 4, content.length);
        List<ByteBuffer> buffers =
                List.of(
                        encoded,
                        ByteBuffer.wrap(shifted, 4, content.length),
                        ByteBuffer.allocateDirect(content.length).put(content).flip());
        for (ByteBuffer buffer : buffers) {
            Frame decoded = FrameFormat.decode(buffer);
            assertThat(decoded)
                    .isInstanceOfSatisfying(
                            Frame.Data.class,
                            frame -> {
                                assertThat(frame.channel()).isEqualTo(0x01020304);
                                assertThat(frame.batch().bytes()).isEqualTo(6);
                                assertThat(
                                                Arrays.copyOfRange(
                                                        frame.batch().array(),
                                                        EncodedBatch.PREFIX_BYTES,
                                                        frame.batch().end()))
                                        .containsExactly(1, 2, 3, 4, 5, 6);
                            });
        }
    }

    @Test
    void shouldRefuseWhatIsNoFrame() {
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) (1 + random.nextInt(7));
            }
            try {
                FrameFormat.decode(ByteBuffer.wrap(bytes));
            } catch (FrameException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(8_000);
    }

    @Test
    void shouldRefuseTruncatedAndOverlongFrames() {
        for (Frame frame : FRAMES) {
            ByteBuffer whole = FrameFormat.encode(frame);
            int end = whole.remaining();
            byte[] bytes = new byte[end + 1];
            whole.get(bytes, 0, end);
            assertThatThrownBy(() -> FrameFormat.decode(ByteBuffer.wrap(bytes)))
                    .isInstanceOf(FrameException.class);
            for (int length = 0; length < end; length++) {
                ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
                assertThatThrownBy(() -> FrameFormat.decode(cut))
                        .isInstanceOf(FrameException.class);
            }
        }
    }
}
