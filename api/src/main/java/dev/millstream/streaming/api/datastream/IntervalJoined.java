package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.streaming.api.functions.co.ProcessJoinFunction;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Two keyed streams, whose records are paired by the distance of their timestamps. */
public class IntervalJoined<IN1, IN2, KEY> {
    private final KeyedStream<IN1, KEY> left;
    private final KeyedStream<IN2, KEY> right;
    private long lowerMs;
    private long upperMs;
    private @Nullable OutputTag<IN1> leftLate;
    private @Nullable OutputTag<IN2> rightLate;

    IntervalJoined(
            KeyedStream<IN1, KEY> left, KeyedStream<IN2, KEY> right, long lowerMs, long upperMs) {
        this.left = left;
        this.right = right;
        this.lowerMs = lowerMs;
        this.upperMs = upperMs;
    }

    /** The lower bound itself is left out. */
    public IntervalJoined<IN1, IN2, KEY> lowerBoundExclusive() {
        lowerMs++;
        return this;
    }

    /** The upper bound itself is left out. */
    public IntervalJoined<IN1, IN2, KEY> upperBoundExclusive() {
        upperMs--;
        return this;
    }

    /** Where left records go that come after their time, instead of being dropped. */
    public IntervalJoined<IN1, IN2, KEY> sideOutputLeftLateData(OutputTag<IN1> outputTag) {
        leftLate = outputTag;
        return this;
    }

    /** Where right records go that come after their time, instead of being dropped. */
    public IntervalJoined<IN1, IN2, KEY> sideOutputRightLateData(OutputTag<IN2> outputTag) {
        rightLate = outputTag;
        return this;
    }

    /** What a function makes of each pair. */
    public <OUT> SingleOutputStreamOperator<OUT> process(
            ProcessJoinFunction<IN1, IN2, OUT> processJoinFunction) {
        return process(
                processJoinFunction,
                TypeExtractor.ofDeclared(
                        processJoinFunction,
                        ProcessJoinFunction.class,
                        2,
                        left.getType(),
                        right.getType()));
    }

    /** What a function makes of each pair. */
    public <OUT> SingleOutputStreamOperator<OUT> process(
            ProcessJoinFunction<IN1, IN2, OUT> processJoinFunction,
            TypeInformation<OUT> outputType) {
        return left.operator(
                "Interval Join",
                new Operation.IntervalJoined<>(
                        left.getKeySelector(),
                        right.getKeySelector(),
                        left.getKeyType(),
                        lowerMs,
                        upperMs,
                        leftLate,
                        rightLate,
                        processJoinFunction),
                right,
                outputType);
    }
}
