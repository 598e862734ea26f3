package dev.millstream.simulation.fault;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.time.Cancellable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lanes that run a command in the middle of another now and then: the one that is given runs at
 * once, on whatever lane or thread it is given from.
 *
 * @param sound the lanes below
 * @param overtakes asked at each command
 */
record FaultyLanes(Lanes sound, BooleanSupplier overtakes) implements Lanes {
    @Override
    public Lane create(String name, Consumer<Throwable> onFailure) {
        return new TwoAtOnce(sound.create(name, onFailure), overtakes);
    }

    private static final class TwoAtOnce implements Lane {
        private final Lane sound;
        private final BooleanSupplier overtakes;
        private boolean pretends;

        TwoAtOnce(Lane sound, BooleanSupplier overtakes) {
            this.sound = sound;
            this.overtakes = overtakes;
        }

        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public void execute(Runnable command) {
            if (overtakes.getAsBoolean()) {
                boolean before = pretends;
                pretends = true;
                try {
                    command.run();
                } finally {
                    pretends = before;
                }
            } else {
                sound.execute(command);
            }
        }

        @Override
        public Cancellable schedule(long delayMs, Runnable command) {
            return sound.schedule(delayMs, command);
        }

        @Override
        public boolean isCurrent() {
            return pretends || sound.isCurrent();
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
