package dev.millstream.streaming.api.operations;

import dev.millstream.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import java.io.Serializable;
import java.util.Optional;

/**
 * Windows of event time that start at regular distances, whatever the records are.
 *
 * @param sizeMs of each window
 * @param slideMs between the starts of two windows
 * @param offsetMs where one of them starts
 */
public record TimeGrid(long sizeMs, long slideMs, long offsetMs) implements Serializable {
    /** The windows of an assigner; empty if they are not such. */
    public static Optional<TimeGrid> of(WindowAssigner<?, ?> assigner) {
        if (assigner.getClass() == TumblingEventTimeWindows.class) {
            TumblingEventTimeWindows tumbling = (TumblingEventTimeWindows) assigner;
            return Optional.of(
                    new TimeGrid(tumbling.getSize(), tumbling.getSize(), tumbling.getOffset()));
        }
        if (assigner.getClass() == SlidingEventTimeWindows.class) {
            SlidingEventTimeWindows sliding = (SlidingEventTimeWindows) assigner;
            return Optional.of(
                    new TimeGrid(sliding.getSize(), sliding.getSlide(), sliding.getOffset()));
        }
        return Optional.empty();
    }

    /** Whether each point in time belongs to exactly one window. */
    public boolean isTumbling() {
        return sizeMs == slideMs;
    }

    /** Whether windows are made of few slices, so that keeping those apart is worth its while. */
    public boolean isShareable() {
        return sizeMs / sliceMs() <= 1024;
    }

    /** The longest slices of which all windows are made. */
    public long sliceMs() {
        long a = sizeMs;
        long b = slideMs;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
