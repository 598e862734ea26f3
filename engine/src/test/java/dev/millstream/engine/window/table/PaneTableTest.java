package dev.millstream.engine.window.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.window.contents.Contents;
import dev.millstream.types.key.StableHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables with accumulators of all kinds, against a map. */
class PaneTableTest {
    private static final int RECORDS = 20_000;
    private static final int KEYS = 5_000;

    enum Keys {
        LONGS,
        TEXTS,
        LONGS_THEN_TEXTS
    }

    private enum Kind {
        FLAT,
        OBJECTS,
        FLAT_THEN_OBJECTS
    }

    /** Numbers only. */
    private record Sum(long sum, double exact) {}

    /** Not only numbers. */
    private record NamedSum(String name, long sum) {}

    /** Sums of two kinds. */
    private record Sums(Kind kind) implements Contents {
        @Override
        public Object add(@Nullable Object accumulator, Object value) {
            long before = accumulator == null ? 0 : sumOf(accumulator);
            return made(before + (Long) value, accumulator != null);
        }

        private Object made(long sum, boolean changed) {
            return switch (kind) {
                case FLAT -> new Sum(sum, sum / 4.0);
                case OBJECTS -> new NamedSum("sum", sum);
                case FLAT_THEN_OBJECTS ->
                        changed && sum % 100 == 0
                                ? new NamedSum("round", sum)
                                : new Sum(sum, sum / 4.0);
            };
        }

        private static long sumOf(Object accumulator) {
            return accumulator instanceof Sum flat ? exactly(flat) : ((NamedSum) accumulator).sum();
        }

        private static long exactly(Sum flat) {
            assertThat(flat.exact()).isEqualTo(flat.sum() / 4.0);
            return flat.sum();
        }

        @Override
        public Object merge(@Nullable Object into, Object part) {
            return add(into, sumOf(part));
        }

        @Override
        public Object result(Object accumulator) {
            return sumOf(accumulator);
        }

        @Override
        public Object unshared(Object value) {
            return value;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepWhatAMapKeeps(Keys keys) {
        for (Kind kind : Kind.values()) {
            Random random = new Random(keys.name().length() * 31L + kind.name().length());
            Accumulators accumulators = new KeptAccumulators(new Sums(kind));
            List<PaneTable> tables =
                    List.of(PaneTable.ofReceived(10), PaneTable.ofSent(0), PaneTable.ofSums());
            for (int round = 0; round < 2; round++) {
                for (PaneTable table : tables) {
                    Map<Object, Long> model = fill(table, accumulators, keys, random);
                    assertThat(contents(table, accumulators)).as("%s", kind).isEqualTo(model);
                    assertThat(contents(table, accumulators).keySet())
                            .as("in the order in which they came")
                            .containsExactlyElementsOf(model.keySet());
                    table.clear();
                }
            }
        }
    }

    private static Map<Object, Long> fill(
            PaneTable table, Accumulators accumulators, Keys keys, Random random) {
        Map<Object, Long> model = new LinkedHashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            Object key = key(keys, random.nextInt(KEYS), i);
            long value = random.nextInt(1_000);
            model.merge(key, value, Long::sum);
            update(table, accumulators, key, value);
            if (i % 100 == 0) {
                table.expect(new int[] {i, StableHash.hash(key), -i}, 0, 3);
            }
        }
        return model;
    }

    private static Object key(Keys keys, long number, int position) {
        long key = number * 0x1_0000_0001L - 7;
        boolean text =
                switch (keys) {
                    case LONGS -> false;
                    case TEXTS -> true;
                    case LONGS_THEN_TEXTS -> position > RECORDS / 2 && number % 2 == 0;
                };
        return text ? "key " + key : (Object) key;
    }

    private static void update(
            PaneTable table, Accumulators accumulators, Object key, Object value) {
        int hash = StableHash.hash(key);
        int index = table.find(key, hash);
        if (index >= 0) {
            accumulators.add(table, index, value);
            return;
        }
        Object first = accumulators.first(value);
        accumulators.prepare(table, first);
        accumulators.put(table, table.add(key, hash), first);
    }

    private static Map<Object, Long> contents(PaneTable table, Accumulators accumulators) {
        Map<Object, Long> contents = new LinkedHashMap<>();
        List<Object> missing = new ArrayList<>();
        for (int index = 0; index < table.size(); index++) {
            Object key = table.key(index);
            contents.put(key, (Long) accumulators.result(table, index));
            if (table.find(key, table.hash(index)) != index) {
                missing.add(key);
            }
            assertThat(table.hash(index)).isEqualTo(StableHash.hash(key));
        }
        assertThat(missing).as("keys that are there but not found").isEmpty();
        return contents;
    }
}
