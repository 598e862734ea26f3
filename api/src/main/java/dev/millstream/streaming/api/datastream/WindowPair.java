package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.PairResult;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;

/** Two keyed streams that are cut into the same windows. */
final class WindowPair<T1, T2, KEY> {
    private final String name;
    private final KeyedStream<T1, KEY> first;
    private final KeyedStream<T2, KEY> second;
    private final WindowSetup setup;

    WindowPair(
            String name,
            KeyedStream<T1, KEY> first,
            KeyedStream<T2, KEY> second,
            WindowAssigner<?, ?> assigner) {
        this.name = name;
        this.first = first;
        this.second = second;
        this.setup = new WindowSetup(assigner);
    }

    WindowSetup setup() {
        return setup;
    }

    TypeInformation<T1> type1() {
        return first.getType();
    }

    TypeInformation<T2> type2() {
        return second.getType();
    }

    <T> SingleOutputStreamOperator<T> operator(PairResult result, TypeInformation<T> resultType) {
        return first.operator(
                name,
                new Operation.WindowedPair<>(
                        first.getKeySelector(),
                        second.getKeySelector(),
                        first.getKeyType(),
                        setup.windowing(),
                        result),
                second,
                resultType);
    }
}
