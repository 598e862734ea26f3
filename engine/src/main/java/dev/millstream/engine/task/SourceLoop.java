package dev.millstream.engine.task;

import dev.millstream.engine.source.SourceOperator;

/** Lets a source emit until it ends. */
final class SourceLoop {
    private final SourceOperator source;
    private final Cycle cycle;

    SourceLoop(SourceOperator source, Cycle cycle) {
        this.source = source;
        this.cycle = cycle;
    }

    void run() throws Exception {
        boolean ended = false;
        while (!ended) {
            if (!source.isAvailable()) {
                cycle.idle();
            } else {
                cycle.pause();
                ended = source.poll();
                if (cycle.isDue()) {
                    cycle.attend(!ended);
                }
            }
        }
        source.watermark(Long.MAX_VALUE);
    }
}
