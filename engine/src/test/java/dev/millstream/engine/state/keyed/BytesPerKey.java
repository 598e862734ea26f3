package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.types.key.StableHash;
import dev.millstream.types.serialization.Serializers;

/** A command: how many bytes of heap each of so many keys of one {@code ValueState<Long>} takes. */
final class BytesPerKey {
    private BytesPerKey() {}

    public static void main(String[] arguments) {
        int keys = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        CurrentKey current = new CurrentKey(new KeyGroupRange(0, 128, 128), "measure");
        KeyedState state =
                new KeyedState(
                        current,
                        KeyKind.LONG,
                        new Serializers(BytesPerKey.class.getClassLoader()),
                        "measure");
        ValueState<Long> value = state.getState(new ValueStateDescriptor<>("v", Long.class));
        long before = usedBytes();
        for (long key = 0; key < keys; key++) {
            long boxed = key * 0x9E3779B97F4A7C15L;
            current.set(boxed, StableHash.hash(boxed));
            value.update(key);
        }
        long bytes = usedBytes() - before;
        System.out.printf("%d keys: %.1f bytes a key%n", state.size(), (double) bytes / keys);
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
