package dev.millstream.simulation.fault;

import dev.millstream.simulation.fault.FaultyNetwork.FrameFault;
import dev.millstream.simulation.scheduler.SeededRandom;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ways in which a link can break its promises. */
final class FrameFaults {
    private FrameFaults() {}

    /** Lets a frame overtake the one before. */
    static FrameFault reordering(SeededRandom random, double chance) {
        return new FrameFault() {
            private @Nullable ByteBuffer held;

            @Override
            public void send(ByteBuffer frame, Consumer<ByteBuffer> pass) {
                if (held == null && random.chance(chance)) {
                    held = frame;
                } else {
                    pass.accept(frame);
                    flush(pass);
                }
            }

            @Override
            public void flush(Consumer<ByteBuffer> pass) {
                if (held != null) {
                    pass.accept(held);
                    held = null;
                }
            }
        };
    }

    /** Sends a frame twice. */
    static FrameFault duplicating(SeededRandom random, double chance) {
        return (frame, pass) -> {
            if (random.chance(chance)) {
                pass.accept(copy(frame));
            }
            pass.accept(frame);
        };
    }

    /** Loses a frame. */
    static FrameFault losing(SeededRandom random, double chance) {
        return (frame, pass) -> {
            if (!random.chance(chance)) {
                pass.accept(frame);
            }
        };
    }

    private static ByteBuffer copy(ByteBuffer frame) {
        return ByteBuffer.allocate(frame.remaining()).put(frame.duplicate()).flip();
    }
}
