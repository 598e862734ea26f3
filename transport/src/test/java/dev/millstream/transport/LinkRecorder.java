package dev.millstream.transport;

import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers what it is told. Thread-safe. */
final class LinkRecorder implements LinkListener {
    private final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final AtomicInteger closings = new AtomicInteger();

    @Override
    public void received(Link link, ByteBuffer frame) {
        frames.add(frame);
    }

    @Override
    public void closed(Link link, String reason) {
        closings.incrementAndGet();
        closed.complete(reason);
    }

    @Nullable ByteBuffer next() throws InterruptedException {
        return frames.poll(30, TimeUnit.SECONDS);
    }

    String closedReason() {
        return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    int closings() {
        return closings.get();
    }
}
