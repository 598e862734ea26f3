package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Tally;

/** What is done with the events of some keys. Used by one thread. */
interface KeyedTask {
    /** Takes an event. */
    void event(long key, long value, long time);

    /** No event before this time comes any more. */
    void advance(long time);

    /** No event comes any more. */
    void end();

    /** What was emitted. */
    Tally tally();
}
