package dev.millstream.protocol.task;

import dev.millstream.graph.job.Bytes;
import dev.millstream.types.WireId;
import java.util.List;

/**
 * What an accumulator holds. The built-in ones are merged by the JobMaster; others are opaque and
 * merged by the client.
 */
public sealed interface AccumulatorValue {
    @WireId(1)
    record IntSum(int value) implements AccumulatorValue {}

    @WireId(2)
    record LongSum(long value) implements AccumulatorValue {}

    @WireId(3)
    record DoubleSum(double value) implements AccumulatorValue {}

    @WireId(4)
    record IntMinimum(int value) implements AccumulatorValue {}

    @WireId(5)
    record IntMaximum(int value) implements AccumulatorValue {}

    @WireId(6)
    record LongMinimum(long value) implements AccumulatorValue {}

    @WireId(7)
    record LongMaximum(long value) implements AccumulatorValue {}

    @WireId(8)
    record DoubleMinimum(double value) implements AccumulatorValue {}

    @WireId(9)
    record DoubleMaximum(double value) implements AccumulatorValue {}

    @WireId(10)
    record Average(long count, double sum) implements AccumulatorValue {}

    /** Each part is a serialised accumulator object of one task. */
    @WireId(11)
    record Opaque(List<Bytes> parts) implements AccumulatorValue {
        public Opaque {
            parts = List.copyOf(parts);
        }
    }
}
