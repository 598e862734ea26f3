package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.functions.FlatJoinFunction;
import dev.millstream.api.common.functions.JoinFunction;
import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.datastream.CoGroupedStreams.TaggedUnion;
import dev.millstream.streaming.api.operations.PairResult;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.time.Duration;

/** Two streams, whose records are paired by key within each window. */
public class JoinedStreams<T1, T2> {
    private final DataStream<T1> first;
    private final DataStream<T2> second;

    /** From {@link DataStream#join}. */
    public JoinedStreams(DataStream<T1> input1, DataStream<T2> input2) {
        this.first = input1;
        this.second = input2;
    }

    /** The key of the first stream's records. */
    public <KEY> Where<KEY> where(KeySelector<T1, KEY> keySelector) {
        return new Where<>(first.keyBy(keySelector));
    }

    /** The key of the first stream's records. */
    public <KEY> Where<KEY> where(KeySelector<T1, KEY> keySelector, TypeInformation<KEY> keyType) {
        return new Where<>(first.keyBy(keySelector, keyType));
    }

    /** The first stream has its key. */
    public class Where<KEY> {
        private final KeyedStream<T1, KEY> keyedFirst;

        Where(KeyedStream<T1, KEY> keyedFirst) {
            this.keyedFirst = keyedFirst;
        }

        /** The key of the second stream's records. */
        public EqualTo<KEY> equalTo(KeySelector<T2, KEY> keySelector) {
            return new EqualTo<>(keyedFirst, second.keyBy(keySelector));
        }

        /** The key of the second stream's records. */
        public EqualTo<KEY> equalTo(
                KeySelector<T2, KEY> keySelector, TypeInformation<KEY> keyType) {
            return new EqualTo<>(keyedFirst, second.keyBy(keySelector, keyType));
        }
    }

    /** Both streams have their keys. */
    public class EqualTo<KEY> {
        private final KeyedStream<T1, KEY> keyedFirst;
        private final KeyedStream<T2, KEY> keyedSecond;

        EqualTo(KeyedStream<T1, KEY> keyedFirst, KeyedStream<T2, KEY> keyedSecond) {
            this.keyedFirst = keyedFirst;
            this.keyedSecond = keyedSecond;
        }

        /** Cuts both streams into windows. */
        public <W extends Window> WithWindow<T1, T2, KEY, W> window(
                WindowAssigner<? super TaggedUnion<T1, T2>, W> assigner) {
            return new WithWindow<>(new WindowPair<>("Join", keyedFirst, keyedSecond, assigner));
        }
    }

    /** Streams with keys and windows. */
    public static class WithWindow<T1, T2, KEY, W extends Window> {
        private final WindowPair<T1, T2, KEY> pair;

        WithWindow(WindowPair<T1, T2, KEY> pair) {
            this.pair = pair;
        }

        /** Says when results are emitted, instead of the assigner. */
        public WithWindow<T1, T2, KEY, W> trigger(
                Trigger<? super TaggedUnion<T1, T2>, ? super W> newTrigger) {
            pair.setup().trigger(newTrigger);
            return this;
        }

        /** Removes records from a window before or after its function is called. */
        public WithWindow<T1, T2, KEY, W> evictor(
                Evictor<? super TaggedUnion<T1, T2>, ? super W> newEvictor) {
            pair.setup().evictor(newEvictor);
            return this;
        }

        /** How long in event time a window is kept after its end, for late records. */
        public WithWindow<T1, T2, KEY, W> allowedLateness(Duration newLateness) {
            pair.setup().allowedLateness(newLateness);
            return this;
        }

        /** One record of each pair. */
        public <T> SingleOutputStreamOperator<T> apply(JoinFunction<T1, T2, T> function) {
            return apply(
                    function,
                    TypeExtractor.ofReturning(
                            function, JoinFunction.class, 2, pair.type1(), pair.type2()));
        }

        /** One record of each pair. */
        public <T> SingleOutputStreamOperator<T> apply(
                JoinFunction<T1, T2, T> function, TypeInformation<T> resultType) {
            return pair.operator(new PairResult.Joined<>(function), resultType);
        }

        /** Any number of records of each pair. */
        public <T> SingleOutputStreamOperator<T> apply(FlatJoinFunction<T1, T2, T> function) {
            return apply(
                    function,
                    TypeExtractor.ofCollecting(
                            function, FlatJoinFunction.class, 2, pair.type1(), pair.type2()));
        }

        /** Any number of records of each pair. */
        public <T> SingleOutputStreamOperator<T> apply(
                FlatJoinFunction<T1, T2, T> function, TypeInformation<T> resultType) {
            return pair.operator(new PairResult.FlatJoined<>(function), resultType);
        }
    }
}
