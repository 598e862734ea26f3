package dev.millstream.benchmarks.plain;

/** Runs a keyed task on the calling thread. */
final class OneThread {
    private static final int ADVANCE_EVERY = 1_024;

    private OneThread() {}

    static void run(KeyedSource source, KeyedTask task, long count) {
        for (long from = 0; from < count; from += ADVANCE_EVERY) {
            task.advance(source.time(from));
            long to = Math.min(count, from + ADVANCE_EVERY);
            for (long index = from; index < to; index++) {
                source.make(index, task::event);
            }
        }
        task.end();
    }
}
