package dev.millstream.transport.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameStreamTest {
    private static final int MAX_FRAME = 1 << 20;

    /** What a reader has found. */
    private static final class Found implements FrameSink {
        private final List<ByteBuffer> frames = new ArrayList<>();
        private @Nullable String reason;

        @Override
        public void data(ByteBuffer payload) {
            assertThat(reason).isNull();
            frames.add(payload);
        }

        @Override
        public void last(String text) {
            assertThat(reason).isNull();
            reason = text;
        }
    }

    private static byte[] stream(FrameQueue queue) {
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf piece = queue.take(UnpooledByteBufAllocator.DEFAULT);
                piece != null;
                piece = queue.take(UnpooledByteBufAllocator.DEFAULT)) {
            assertThat(piece.readableBytes()).isPositive();
            all.writeBytes(piece);
            piece.release();
        }
        byte[] bytes = new byte[all.readableBytes()];
        all.readBytes(bytes);
        all.release();
        return bytes;
    }

    private static void read(FrameReader reader, byte[] bytes, int from, int to, FrameSink sink)
            throws BrokenFrameException {
        ByteBuf piece = Unpooled.wrappedBuffer(bytes, from, to - from);
        try {
            reader.read(piece, sink);
        } finally {
            piece.release();
        }
    }

    private static ByteBuffer frame(Random random, int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        random.nextBytes(bytes);
        return random.nextBoolean()
                ? ByteBuffer.wrap(bytes)
                : ByteBuffer.allocateDirect(sizeBytes).put(bytes).flip();
    }

    @Test
    void shouldGiveBackWhatWasAddedHoweverItArrives() throws BrokenFrameException {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            FrameQueue queue = new FrameQueue(Long.MAX_VALUE);
            List<ByteBuffer> sent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ByteBuffer frame = frame(random, random.nextInt(1 << random.nextInt(1, 18)));
                sent.add(frame.duplicate());
                assertThat(queue.add(frame)).isTrue();
            }
            queue.finish("done");
            byte[] bytes = stream(queue);
            assertThat(queue.pendingBytes()).isZero();
            assertThat(queue.takenFrames()).isEqualTo(41);
            Found found = new Found();
            FrameReader reader = new FrameReader(MAX_FRAME);
            int most = 1 << random.nextInt(1, 18);
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + random.nextInt(1, most + 1));
                read(reader, bytes, from, to, found);
                from = to;
            }
            assertThat(found.frames).isEqualTo(sent);
            assertThat(found.reason).isEqualTo("done");
        }
    }

    @Test
    void shouldNoticeEveryFlippedBit() {
        FrameQueue queue = new FrameQueue(Long.MAX_VALUE);
        ByteBuffer first = ByteBuffer.wrap(new byte[] {1, 2, 3});
        ByteBuffer second = ByteBuffer.wrap(new byte[] {4});
        assertThat(queue.add(first.duplicate()) && queue.add(second.duplicate())).isTrue();
        byte[] good = stream(queue);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            Found found = new Found();
            assertThatThrownBy(
                            () -> read(new FrameReader(MAX_FRAME), bytes, 0, bytes.length, found))
                    .as("bit %s", bit)
                    .isInstanceOf(BrokenFrameException.class)
                    .hasMessageContaining("altered");
            assertThat(found.frames).isSubsetOf(first);
        }
    }

    @Test
    void shouldRefuseAFrameAboveTheLimitBeforeItArrives() {
        FrameQueue queue = new FrameQueue(Long.MAX_VALUE);
        assertThat(queue.add(ByteBuffer.allocate(101))).isTrue();
        byte[] bytes = stream(queue);
        assertThatThrownBy(() ->
                        read(new FrameReader(100), bytes, 0, FrameFormat.HEADER_BYTES, new Found()))
                .isInstanceOf(BrokenFrameException.class)
                .hasMessageContaining("101")
                .hasMessageContaining("transport.frame.max-size");
    }

    @Test
    void shouldIgnoreWhatComesAfterTheLastFrame() throws BrokenFrameException {
        FrameQueue queue = new FrameQueue(Long.MAX_VALUE);
        queue.finish("bye\n");
        queue.finish("again");
        assertThat(queue.add(ByteBuffer.allocate(1))).isTrue();
        byte[] bytes = stream(queue);
        Found found = new Found();
        read(new FrameReader(100), bytes, 0, bytes.length, found);
        assertThat(found.reason).isEqualTo("bye ");
        assertThat(found.frames).isEmpty();
    }

    @Test
    void shouldRefuseMoreThanMayWait() {
        FrameQueue queue = new FrameQueue(100);
        assertThat(queue.add(ByteBuffer.allocate(50))).isTrue();
        assertThat(queue.add(ByteBuffer.allocate(50))).isFalse();
        assertThat(queue.pendingBytes()).isEqualTo(50 + FrameFormat.HEADER_BYTES);
        queue.drop();
        assertThat(queue.pendingBytes()).isZero();
        assertThat(queue.add(ByteBuffer.allocate(50))).isTrue();
    }

    @Test
    void shouldEndInFramesOrARefusalWhateverArrives() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            Found found = new Found();
            try {
                read(new FrameReader(MAX_FRAME), bytes, 0, bytes.length, found);
                assertThat(bytes.length).isLessThan(FrameFormat.HEADER_BYTES);
            } catch (BrokenFrameException e) {
                assertThat(e).hasMessageContaining("altered");
            }
            assertThat(found.frames).isEmpty();
        }
    }
}
