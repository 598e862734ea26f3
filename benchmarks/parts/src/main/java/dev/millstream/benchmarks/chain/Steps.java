package dev.millstream.benchmarks.chain;

import dev.millstream.api.common.functions.FilterFunction;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.util.Collector;
import java.util.List;

/** Eight small functions, as operators and by hand. */
final class Steps {
    /**
     * What they are about.
     *
     * @param key of some sort
     * @param value of it
     */
    record Event(long key, long value) {}

    private Steps() {}

    static List<Operation> operations() {
        MapFunction<Event, Event> scale = it -> new Event(it.key, it.value * 3 + 1);
        FilterFunction<Event> some = it -> (it.value & 7) != 0;
        MapFunction<Event, Event> flip = it -> new Event(it.key ^ 0x55, it.value);
        FlatMapFunction<Event, Event> twin =
                (Event it, Collector<Event> out) -> {
                    out.collect(it);
                    if ((it.key & 63) == 0) {
                        out.collect(new Event(it.key + 1, it.value));
                    }
                };
        FilterFunction<Event> most = it -> (it.key & 15) != 3;
        MapFunction<Event, Event> blend = it -> new Event(it.key, it.value ^ it.key);
        FlatMapFunction<Event, Event> pass =
                (Event it, Collector<Event> out) -> {
                    if ((it.value & 31) != 5) {
                        out.collect(it);
                    }
                };
        MapFunction<Event, Event> shift = it -> new Event(it.key + 7, it.value);
        return List.of(
                new Operation.Map<>(scale),
                new Operation.Filter<>(some),
                new Operation.Map<>(flip),
                new Operation.FlatMap<>(twin),
                new Operation.Filter<>(most),
                new Operation.Map<>(blend),
                new Operation.FlatMap<>(pass),
                new Operation.Map<>(shift));
    }

    static long byHand(long key, long value) {
        long scaled = value * 3 + 1;
        if ((scaled & 7) == 0) {
            return 0;
        }
        long flipped = key ^ 0x55;
        long sum = rest(flipped, scaled);
        return (flipped & 63) == 0 ? sum + rest(flipped + 1, scaled) : sum;
    }

    private static long rest(long key, long value) {
        if ((key & 15) == 3) {
            return 0;
        }
        long blended = value ^ key;
        return (blended & 31) == 5 ? 0 : fingerprint(key + 7, blended);
    }

    static long fingerprint(long key, long value) {
        return key * 31 + value;
    }
}
