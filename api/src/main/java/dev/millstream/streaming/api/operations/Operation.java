package dev.millstream.streaming.api.operations;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.FilterFunction;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;
import dev.millstream.streaming.api.functions.co.KeyedCoProcessFunction;
import dev.millstream.streaming.api.functions.co.ProcessJoinFunction;
import dev.millstream.util.OutputTag;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one operator does, with the user's functions in it. The engine has an operator for each. */
public sealed interface Operation extends Serializable {
    /** Reads a split-based source. */
    record FromSource<T>(Source<T, ?, ?> source, WatermarkStrategy<T> watermarks)
            implements Operation {}

    record Map<I, O>(MapFunction<I, O> function) implements Operation {}

    record FlatMap<I, O>(FlatMapFunction<I, O> function) implements Operation {}

    record Filter<T>(FilterFunction<T> function) implements Operation {}

    @SuppressWarnings("AvoidCommonTypeNames") // named after its function, like all the others
    record Process<I, O>(ProcessFunction<I, O> function) implements Operation {}

    /**
     * Running reduction by key; in batch mode only each key's final value is emitted.
     *
     * @param key of the records
     * @param keyType what is known of it
     */
    record Reduce<T, K>(
            KeySelector<T, K> key, TypeInformation<K> keyType, ReduceFunction<T> function)
            implements Operation {}

    /** Is the operation of a {@link Keyed}. */
    record KeyedProcess<K, I, O>(KeyedProcessFunction<K, I, O> function) implements Operation {}

    record CoProcess<A, B, O>(CoProcessFunction<A, B, O> function) implements Operation {}

    /** Is the operation of a {@link Keyed} with two inputs. */
    record KeyedCoProcess<K, A, B, O>(KeyedCoProcessFunction<K, A, B, O> function)
            implements Operation {}

    /**
     * An operation whose function has state and timers by key.
     *
     * @param keys extracts the key from records of each input: one, or two with equal keys
     * @param keyType what is known of the keys' type
     * @param operation what is done; not keyed itself
     */
    record Keyed<K>(List<KeySelector<?, K>> keys, TypeInformation<K> keyType, Operation operation)
            implements Operation {
        public Keyed {
            keys = List.copyOf(keys);
        }
    }

    record CoMap<A, B, O>(CoMapFunction<A, B, O> function) implements Operation {}

    record CoFlatMap<A, B, O>(CoFlatMapFunction<A, B, O> function) implements Operation {}

    /** Gives records timestamps, and the stream watermarks. */
    record AssignTimestamps<T>(WatermarkStrategy<T> watermarks) implements Operation {}

    /**
     * Windows of each key. Some records may come combined: as {@link Partial}s.
     *
     * @param key of the records
     * @param keyType what is known of it
     */
    record Windowed<T, K>(
            KeySelector<T, K> key,
            TypeInformation<K> keyType,
            Windowing windowing,
            WindowContents contents,
            WindowResult result)
            implements Operation {}

    /** Combines records for {@link Windowed} before they are sent there. */
    record Combine<T, K>(KeySelector<T, K> key, TimeGrid grid, AggregateFunction<T, ?, ?> function)
            implements Operation {}

    /** Windows of each key over two inputs. */
    record WindowedPair<A, B, K>(
            KeySelector<A, K> firstKey,
            KeySelector<B, K> secondKey,
            TypeInformation<K> keyType,
            Windowing windowing,
            PairResult result)
            implements Operation {}

    /**
     * Pairs of records of two inputs whose timestamps are a certain distance apart.
     *
     * @param lowerMs the least that the right record's is above the left one's
     * @param upperMs the most
     * @param leftLate where left records go that come after their time; null: they are dropped
     * @param rightLate where right records go that come after their time; null: they are dropped
     */
    record IntervalJoined<A, B, K, O>(
            KeySelector<A, K> leftKey,
            KeySelector<B, K> rightKey,
            TypeInformation<K> keyType,
            long lowerMs,
            long upperMs,
            @Nullable OutputTag<A> leftLate,
            @Nullable OutputTag<B> rightLate,
            ProcessJoinFunction<A, B, O> function)
            implements Operation {}

    record IntoSink<T>(Sink<T> sink) implements Operation {}

    /**
     * Hands records to the client, which fetches them.
     *
     * @param collectId names the stream of results within its job
     */
    record Collect(String collectId) implements Operation {}
}
