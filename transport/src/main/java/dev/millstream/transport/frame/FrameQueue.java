package dev.millstream.transport.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent over one link, and how it becomes a stream. Any thread may add; one thread
 * takes. Checksums are computed by who adds.
 *
 * <p>Payloads stay where their senders made them until the socket has room. Then those on the heap
 * are copied, with their headers, into chunks that go to the socket as they are: small frames
 * together, a large one in pieces. Large payloads outside of the heap are not copied at all.
 */
public final class FrameQueue {
    private static final int CHUNK_BYTES = 64 * 1024;

    /** Payloads outside of the heap from this size on are written from where they are. */
    private static final int WRAPPED_BYTES = 8 * 1024;

    private final long maxPendingBytes;
    private final Queue<OutgoingFrame> queue = new ConcurrentLinkedQueue<>();

    /** Changed by senders and the taker: what is added and not taken, headers included. */
    private final AtomicLong pendingBytes = new AtomicLong();

    /** Being written. By the taker only, like what follows. */
    private @Nullable OutgoingFrame current;

    /** Whether the last frame was added. */
    private boolean finished;

    private long takenFrames;

    /**
     * An empty queue.
     *
     * @param maxPendingBytes how much may wait
     */
    public FrameQueue(long maxPendingBytes) {
        this.maxPendingBytes = maxPendingBytes;
    }

    /**
     * Adds a frame. From any thread.
     *
     * @param payload from position to limit; belongs to the queue
     * @return false if too much waits already; then it is not added
     */
    public boolean add(ByteBuffer payload) {
        long size = (long) payload.remaining() + FrameFormat.HEADER_BYTES;
        if (pendingBytes.addAndGet(size) > maxPendingBytes) {
            pendingBytes.addAndGet(-size);
            return false;
        }
        queue.add(new OutgoingFrame(payload, false));
        return true;
    }

    /** What waits. From any thread. */
    public long pendingBytes() {
        return pendingBytes.get();
    }

    /** Adds the last frame. By the taker; idempotent. */
    public void finish(String reason) {
        if (!finished) {
            finished = true;
            byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
            byte[] shortened =
                    Arrays.copyOf(bytes, Math.min(bytes.length, FrameFormat.MAX_REASON_BYTES));
            OutgoingFrame last = new OutgoingFrame(ByteBuffer.wrap(shortened), true);
            pendingBytes.addAndGet(last.remaining());
            queue.add(last);
        }
    }

    /** Drops what was not begun. By the taker. */
    public void drop() {
        for (OutgoingFrame frame = queue.poll(); frame != null; frame = queue.poll()) {
            pendingBytes.addAndGet(-frame.remaining());
        }
    }

    /** Frames that were taken whole, ever. By the taker. */
    public long takenFrames() {
        return takenFrames;
    }

    /**
     * Takes the next piece of the stream. By the taker.
     *
     * @return to be released by the caller; null if nothing waits
     */
    public @Nullable ByteBuf take(ByteBufAllocator allocator) {
        OutgoingFrame first = begun();
        if (first == null) {
            return null;
        }
        if (first.isBegun() && isWrapped(first)) {
            return wrap(first);
        }
        ByteBuf chunk = allocator.directBuffer(Math.clamp(pendingBytes(), 64, CHUNK_BYTES));
        for (OutgoingFrame frame = first; frame != null; frame = begun()) {
            if (!frame.isBegun() && !writeHeader(frame, chunk)) {
                break;
            }
            if (isWrapped(frame)) {
                break;
            }
            writePayload(frame, chunk);
            if (current != null) {
                break;
            }
        }
        pendingBytes.addAndGet(-chunk.readableBytes());
        return chunk;
    }

    /** The frame that is being written, or that is next. */
    private @Nullable OutgoingFrame begun() {
        if (current == null) {
            current = queue.poll();
        }
        return current;
    }

    private static boolean isWrapped(OutgoingFrame frame) {
        return frame.payload().isDirect() && frame.payload().remaining() >= WRAPPED_BYTES;
    }

    private ByteBuf wrap(OutgoingFrame frame) {
        ByteBuf wrapped = Unpooled.wrappedBuffer(frame.payload());
        pendingBytes.addAndGet(-wrapped.readableBytes());
        taken();
        return wrapped;
    }

    private static boolean writeHeader(OutgoingFrame frame, ByteBuf chunk) {
        if (chunk.writableBytes() < FrameFormat.HEADER_BYTES) {
            return false;
        }
        chunk.writeInt(frame.word());
        chunk.writeInt(frame.payloadChecksum());
        chunk.writeInt(FrameFormat.headerChecksum(frame.word(), frame.payloadChecksum()));
        frame.begin();
        return true;
    }

    private void writePayload(OutgoingFrame frame, ByteBuf chunk) {
        ByteBuffer payload = frame.payload();
        int end = payload.limit();
        int count = Math.min(payload.remaining(), chunk.writableBytes());
        payload.limit(payload.position() + count);
        chunk.writeBytes(payload);
        payload.limit(end);
        if (!payload.hasRemaining()) {
            taken();
        }
    }

    private void taken() {
        current = null;
        takenFrames++;
    }
}
