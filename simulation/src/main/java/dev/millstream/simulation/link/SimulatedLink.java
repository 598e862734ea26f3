package dev.millstream.simulation.link;

import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.simulation.scheduler.EventKind;
import dev.millstream.simulation.scheduler.Scheduler;
import dev.millstream.simulation.scheduler.TraceHash;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One end of a link. */
final class SimulatedLink implements Link {
    private final Scheduler scheduler;
    private final String remote;
    private final Direction outgoing;
    private final Direction incoming;
    private final Runnable onClosed;
    private @Nullable SimulatedLink peer;
    private @Nullable LinkListener listener;
    private boolean closed;

    SimulatedLink(
            Scheduler scheduler,
            String remote,
            Direction outgoing,
            Direction incoming,
            Runnable onClosed) {
        this.scheduler = scheduler;
        this.remote = remote;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.onClosed = onClosed;
    }

    void connectTo(SimulatedLink newPeer) {
        peer = newPeer;
    }

    void listen(LinkListener newListener) {
        listener = newListener;
    }

    @Override
    public String remote() {
        return remote;
    }

    @Override
    public void send(ByteBuffer frame) {
        scheduler.assertBaton();
        if (closed) {
            return;
        }
        long hash = TraceHash.ofBytes(frame);
        SimulatedLink receiver = peer();
        outgoing.send(EventKind.DELIVER, hash, () -> receiver.deliver(frame, hash));
    }

    @Override
    public void close(String reason) {
        scheduler.assertBaton();
        if (closed) {
            return;
        }
        closed = true;
        SimulatedLink receiver = peer();
        outgoing.seal(() -> receiver.end("closed by " + outgoing.name() + ": " + reason));
        if (scheduler.random().chance(0.5)) {
            incoming.loseTail();
        }
        incoming.seal(() -> end(reason));
    }

    /** Breaks it: each side learns of it on its own, after losing some of what was under way. */
    void lose(String reason) {
        closed = true;
        incoming.loseTail();
        incoming.seal(() -> end(reason));
    }

    private void deliver(ByteBuffer frame, long hash) {
        if (TraceHash.ofBytes(frame) != hash) {
            throw scheduler.fail(
                    "A frame on " + incoming.name() + " was changed after it was sent");
        }
        listener().received(this, frame);
    }

    private void end(String reason) {
        closed = true;
        onClosed.run();
        listener().closed(this, reason);
    }

    private SimulatedLink peer() {
        if (peer == null) {
            throw new IllegalStateException(outgoing.name() + " has no other end");
        }
        return peer;
    }

    private LinkListener listener() {
        if (listener == null) {
            throw new IllegalStateException(incoming.name() + " has no listener");
        }
        return listener;
    }
}
