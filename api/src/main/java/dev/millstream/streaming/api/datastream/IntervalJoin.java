package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.dag.CallSite;
import java.time.Duration;

/** Two keyed streams, whose records are to be paired by the distance of their timestamps. */
public class IntervalJoin<T1, T2, KEY> {
    private final KeyedStream<T1, KEY> left;
    private final KeyedStream<T2, KEY> right;

    IntervalJoin(KeyedStream<T1, KEY> left, KeyedStream<T2, KEY> right) {
        this.left = left;
        this.right = right;
    }

    /** Says what is so anyway. */
    public IntervalJoin<T1, T2, KEY> inEventTime() {
        return this;
    }

    /**
     * Pairs a left record with the right ones of its key that happened between the lower and the
     * upper bound after it, both included.
     *
     * @param lowerBound may be negative
     * @param upperBound not below the lower one
     */
    public IntervalJoined<T1, T2, KEY> between(Duration lowerBound, Duration upperBound) {
        if (lowerBound.compareTo(upperBound) > 0) {
            throw new InvalidProgramException(
                    "The interval join at "
                            + CallSite.capture()
                            + " can't work: its lower bound "
                            + lowerBound
                            + " is above its upper bound "
                            + upperBound);
        }
        return new IntervalJoined<>(left, right, lowerBound.toMillis(), upperBound.toMillis());
    }
}
