package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs two keyed tasks, each on a thread that makes every other event and keeps every other key: it
 * hands the events of foreign keys over in batches.
 */
final class TwoThreads {
    private static final int BATCH = 1_024;
    private static final int QUEUED = 16;
    private static final int SPINS = 200;
    private static final long PAUSE_NS = 20_000;

    /** Events for the other thread. */
    private static final class Batch {
        /** Key, value and time of each. */
        private final long[] numbers;

        /** How many numbers. */
        private final int size;

        /** None of the following events precedes it; {@link Long#MAX_VALUE} at the end. */
        private final long time;

        Batch(long[] numbers, int size, long time) {
            this.numbers = numbers;
            this.size = size;
            this.time = time;
        }
    }

    /** One of the two threads. */
    private static final class Side implements KeyedSource.Taker {
        private final int number;
        private final KeyedSource source;
        private final KeyedTask task;
        private final ArrayBlockingQueue<Batch> in;
        private final ArrayBlockingQueue<Batch> out;
        private long[] numbers = new long[3 * BATCH];
        private int size;
        private int idle;
        private long ownTime;
        private long otherTime;

        Side(
                int number,
                KeyedSource source,
                KeyedTask task,
                ArrayBlockingQueue<Batch> in,
                ArrayBlockingQueue<Batch> out) {
            this.number = number;
            this.source = source;
            this.task = task;
            this.in = in;
            this.out = out;
        }

        void run(long count) {
            for (long from = number; from < count; from += 2L * BATCH) {
                ownTime = source.time(from);
                long to = Math.min(count, from + 2L * BATCH);
                for (long index = from; index < to; index += 2) {
                    source.make(index, this);
                }
                send(source.time(to));
                while (receive()) {
                    task.advance(Math.min(ownTime, otherTime));
                }
            }
            ownTime = Long.MAX_VALUE;
            send(Long.MAX_VALUE);
            while (otherTime != Long.MAX_VALUE) {
                if (receive()) {
                    idle = 0;
                } else {
                    pause();
                }
                task.advance(Math.min(otherTime, source.time(count)));
            }
            task.end();
        }

        @Override
        public void take(long key, long value, long time) {
            if ((Mix.of(key) >>> 63) == number) {
                task.event(key, value, time);
                return;
            }
            numbers[size] = key;
            numbers[size + 1] = value;
            numbers[size + 2] = time;
            size += 3;
        }

        private void send(long time) {
            Batch batch = new Batch(numbers, size, time);
            while (!out.offer(batch)) {
                if (receive()) {
                    idle = 0;
                } else {
                    pause();
                }
            }
            numbers = new long[3 * BATCH];
            size = 0;
        }

        private void pause() {
            if (++idle < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NS);
            }
        }

        private boolean receive() {
            Batch batch = in.poll();
            if (batch == null) {
                return false;
            }
            for (int i = 0; i < batch.size; i += 3) {
                task.event(batch.numbers[i], batch.numbers[i + 1], batch.numbers[i + 2]);
            }
            otherTime = batch.time;
            return true;
        }
    }

    private TwoThreads() {}

    static void run(KeyedSource source, KeyedTask first, KeyedTask second, long count)
            throws InterruptedException, ExecutionException {
        ArrayBlockingQueue<Batch> toFirst = new ArrayBlockingQueue<>(QUEUED);
        ArrayBlockingQueue<Batch> toSecond = new ArrayBlockingQueue<>(QUEUED);
        Side one = new Side(0, source, first, toFirst, toSecond);
        Side two = new Side(1, source, second, toSecond, toFirst);
        both(() -> one.run(count), () -> two.run(count));
    }

    /** Runs both at the same time. */
    static void both(Runnable one, Runnable two) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            running.add(threads.submit(one));
            running.add(threads.submit(two));
            for (Future<?> side : running) {
                side.get();
            }
        }
    }
}
