package dev.millstream.simulation.fault;

import dev.millstream.platform.lane.TaskBody;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.TaskThreads;
import dev.millstream.platform.lane.Waiting;
import java.util.function.BooleanSupplier;

/**
 * Task threads to which some signals get lost.
 *
 * @param sound the task threads below
 * @param loses asked at each signal
 */
record FaultyTaskThreads(TaskThreads sound, BooleanSupplier loses) implements TaskThreads {
    @Override
    public TaskThread start(String name, ClassLoader classLoader, TaskBody body, Runnable onExit) {
        return new DeafThread(
                sound.start(
                        name,
                        classLoader,
                        waiting -> body.run(new DeafWaiting(waiting, loses)),
                        onExit),
                loses);
    }

    private record DeafThread(TaskThread sound, BooleanSupplier loses) implements TaskThread {
        @Override
        public void signal() {
            if (!loses.getAsBoolean()) {
                sound.signal();
            }
        }

        @Override
        public void interrupt() {
            sound.interrupt();
        }

        @Override
        public boolean isAlive() {
            return sound.isAlive();
        }

        @Override
        public StackTraceElement[] stackTrace() {
            return sound.stackTrace();
        }
    }

    private record DeafWaiting(Waiting sound, BooleanSupplier loses) implements Waiting {
        @Override
        public TaskThread thread() {
            return new DeafThread(sound.thread(), loses);
        }

        @Override
        public void await(long timeoutNs) throws InterruptedException {
            sound.await(timeoutNs);
        }

        @Override
        public void pause() {
            sound.pause();
        }
    }
}
