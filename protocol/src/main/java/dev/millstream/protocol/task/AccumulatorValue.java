package dev.millstream.protocol.task;

import dev.millstream.graph.job.Bytes;
import java.util.List;

/**
 * What an accumulator holds. The built-in ones are merged by the JobMaster; others are opaque and
 * merged by the client.
 */
public sealed interface AccumulatorValue {
    record IntSum(int value) implements AccumulatorValue {}

    record LongSum(long value) implements AccumulatorValue {}

    record DoubleSum(double value) implements AccumulatorValue {}

    record IntMinimum(int value) implements AccumulatorValue {}

    record IntMaximum(int value) implements AccumulatorValue {}

    record LongMinimum(long value) implements AccumulatorValue {}

    record LongMaximum(long value) implements AccumulatorValue {}

    record DoubleMinimum(double value) implements AccumulatorValue {}

    record DoubleMaximum(double value) implements AccumulatorValue {}

    record Average(long count, double sum) implements AccumulatorValue {}

    /** Each part is a serialised accumulator object of one task. */
    record Opaque(List<Bytes> parts) implements AccumulatorValue {
        public Opaque {
            parts = List.copyOf(parts);
        }
    }
}
