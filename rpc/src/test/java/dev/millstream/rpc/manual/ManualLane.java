package dev.millstream.rpc.manual;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A lane whose commands are events of a world. */
final class ManualLane implements Lane {
    private final ManualWorld world;
    private final String name;
    private final Consumer<Throwable> onFailure;
    private boolean closed;

    ManualLane(ManualWorld world, String name, Consumer<Throwable> onFailure) {
        this.world = world;
        this.name = name;
        this.onFailure = onFailure;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void execute(Runnable command) {
        world.at(world.nowMs(), () -> perform(command));
    }

    @Override
    public Cancellable schedule(long delayMs, Runnable command) {
        AtomicBoolean cancelled = new AtomicBoolean();
        world.at(
                world.nowMs() + delayMs,
                () -> {
                    if (!cancelled.get()) {
                        perform(command);
                    }
                });
        return () -> cancelled.set(true);
    }

    private void perform(Runnable command) {
        if (closed) {
            return;
        }
        ManualLane before = world.current();
        world.current(this);
        try {
            command.run();
        } catch (Throwable failure) {
            onFailure.accept(failure);
        } finally {
            world.current(before);
        }
    }

    @Override
    public boolean isCurrent() {
        return equals(world.current());
    }

    @Override
    public void close() {
        closed = true;
    }
}
