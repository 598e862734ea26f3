package dev.millstream.engine.state.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.types.key.StableHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables against plain maps, under random operations. */
class StateTableTest {
    private static final KeyGroupRange ALL = new KeyGroupRange(0, 4, 4);

    /** A table of one word and one mutable list for each key, beside what it should hold. */
    private static final class Twin {
        private final KeyKind kind;
        private final RowLayout layout;
        private final int word;
        private final int list;
        private final StateTable table;
        private final Map<Long, Long> words = new TreeMap<>();
        private final Map<Long, List<Long>> lists = new TreeMap<>();

        Twin(KeyKind kind) {
            this.kind = kind;
            layout = new RowLayout(kind, false);
            word = layout.addWord();
            list = layout.addMutable(Twin::copyOf);
            table = new StateTable(ALL, layout);
        }

        private static Object copyOf(Object list) {
            return new ArrayList<>((List<?>) list);
        }

        private Object key(long number) {
            return switch (kind) {
                case LONG -> number;
                case INT -> (int) number;
                case OBJECT -> "key " + number;
            };
        }

        private static long number(Object key) {
            return switch (key) {
                case Long number -> number;
                case Integer number -> number;
                default -> Long.parseLong(key.toString().substring(4));
            };
        }

        private GroupTable group(Object key) {
            return table.group(ALL.indexOf(key, StableHash.hash(key)));
        }

        @SuppressWarnings("unchecked") // the field holds nothing else
        void put(long number, long value) {
            Object key = key(number);
            int hash = StableHash.hash(key);
            GroupTable group = group(key);
            int row = group.find(key, hash);
            assertThat(row >= 0).isEqualTo(words.containsKey(number));
            if (row < 0) {
                row = group.add(key, hash);
                assertThat(group.word(row, word)).isZero();
                assertThat(group.reference(row, list)).isNull();
                group.setReference(row, list, new ArrayList<Long>());
            }
            group.setWord(row, word, value);
            ((List<Long>) Objects.requireNonNull(group.mutable(row, list))).add(value);
            words.put(number, value);
            lists.computeIfAbsent(number, absent -> new ArrayList<>()).add(value);
        }

        void remove(long number) {
            Object key = key(number);
            GroupTable group = group(key);
            int row = group.find(key, StableHash.hash(key));
            assertThat(row >= 0).isEqualTo(words.containsKey(number));
            if (row >= 0) {
                assertThat(group.key(row)).isEqualTo(key);
                group.remove(row);
                words.remove(number);
                lists.remove(number);
            }
        }

        void step(Random random, int keys) {
            long number = random.nextInt(keys);
            if (random.nextInt(3) == 0) {
                remove(number);
            } else {
                put(number, random.nextLong());
            }
        }

        void check() {
            assertThat(table.size()).isEqualTo(words.size());
            Map<Long, Long> found = new TreeMap<>();
            Map<Long, Object> foundLists = new TreeMap<>();
            table.forEachGroup(group -> {
                for (int row = group.nextRow(0); row >= 0; row = group.nextRow(row + 1)) {
                    found.put(number(group.key(row)), group.word(row, word));
                    foundLists.put(
                            number(group.key(row)),
                            Twin.copyOf(Objects.requireNonNull(group.reference(row, list))));
                }
            });
            assertThat(found).isEqualTo(words);
            assertThat(foundLists).isEqualTo(lists);
        }

        private long number(SnapshotRow row) {
            return kind == KeyKind.OBJECT
                    ? number(Objects.requireNonNull(row.reference(0)))
                    : row.word(0);
        }

        Map<Long, List<Object>> read(TableSnapshot snapshot) {
            Map<Long, List<Object>> rows = new TreeMap<>();
            for (int group : snapshot.groups()) {
                snapshot.forEach(
                        group,
                        TableSnapshot.Scope.EVERYTHING,
                        row -> {
                            assertThat(row.group()).isEqualTo(group);
                            assertThat(row.isRemoved()).isFalse();
                            Object objects = Objects.requireNonNull(row.reference(list));
                            rows.put(number(row), List.of(row.word(word), copyOf(objects)));
                        });
            }
            return rows;
        }

        Map<Long, List<Object>> expected() {
            Map<Long, List<Object>> rows = new TreeMap<>();
            words.forEach((number, value) -> rows.put(number, content(number, value)));
            return rows;
        }

        private List<Object> content(long number, long value) {
            return List.of(value, copyOf(Objects.requireNonNull(lists.get(number))));
        }
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void shouldHoldWhatAMapHolds(KeyKind kind) {
        for (int keys : new int[] {3, 40, 700, 20_000}) {
            Twin twin = new Twin(kind);
            Random random = new Random(keys);
            for (int i = 0; i < 5 * keys; i++) {
                twin.step(random, keys);
            }
            twin.check();
        }
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void shouldKeepSnapshotsAsTheyWereWhileTheTableChanges(KeyKind kind) {
        for (int keys : new int[] {5, 100, 3_000}) {
            Twin twin = new Twin(kind);
            Random random = new Random(keys);
            List<TableSnapshot> open = new ArrayList<>();
            List<Map<Long, List<Object>>> expected = new ArrayList<>();
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < keys; i++) {
                    twin.step(random, keys);
                }
                open.add(twin.table.snapshot(random.nextBoolean()));
                expected.add(twin.expected());
                if (random.nextInt(3) == 0) {
                    int which = random.nextInt(open.size());
                    assertThat(twin.read(open.get(which))).isEqualTo(expected.get(which));
                    open.remove(which).close();
                    expected.remove(which);
                }
            }
            twin.check();
            for (int i = 0; i < open.size(); i++) {
                assertThat(twin.read(open.get(i))).isEqualTo(expected.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void shouldTellWhatHasChangedSinceTheSnapshotBefore(KeyKind kind) {
        int keys = 2_000;
        Twin twin = new Twin(kind);
        Random random = new Random(7);
        for (int i = 0; i < 3 * keys; i++) {
            twin.step(random, keys);
        }
        Map<Long, List<Object>> copy;
        try (TableSnapshot first = twin.table.snapshot(true)) {
            copy = twin.read(first);
        }
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 50; i++) {
                twin.step(random, keys);
            }
            List<Long> told = new ArrayList<>();
            try (TableSnapshot next = twin.table.snapshot(true)) {
                for (int i = 0; i < 50; i++) {
                    twin.step(random, keys);
                    twin.step(random, keys);
                }
                applyChanges(twin, next, copy, told);
                assertThat(copy).isEqualTo(twin.read(next));
            }
            assertThat(told).hasSizeBetween(1, 150);
        }
    }

    private static void applyChanges(
            Twin twin, TableSnapshot snapshot, Map<Long, List<Object>> copy, List<Long> told) {
        // A key that was removed and added again has two rows; the one that is there counts.
        List<Long> added = new ArrayList<>();
        for (int group : snapshot.groups()) {
            assertThat(snapshot.changesKnown(group)).isTrue();
            snapshot.forEach(
                    group,
                    TableSnapshot.Scope.CHANGES,
                    row -> {
                        long number = twin.number(row);
                        told.add(number);
                        if (!row.isRemoved()) {
                            added.add(number);
                            Object objects = Objects.requireNonNull(row.reference(twin.list));
                            copy.put(number, List.of(row.word(twin.word), Twin.copyOf(objects)));
                        } else if (!added.contains(number)) {
                            copy.remove(number);
                        }
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 20, 1L << 40, 1L << 52, -7})
    void shouldFindKeysHoweverTheyAreSpread(long distance) {
        RowLayout layout = new RowLayout(KeyKind.LONG, false);
        int field = layout.addWord();
        LongKeyTable table =
                (LongKeyTable) new StateTable(new KeyGroupRange(0, 1, 1), layout).group(0);
        for (long i = 0; i < 4_000; i++) {
            assertThat(table.find(i * distance)).isEqualTo(-1);
            table.setWord(table.add(i * distance), field, i);
        }
        for (long i = 0; i < 4_000; i++) {
            assertThat(table.word(table.find(i * distance), field)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void shouldTellSubKeysApart(KeyKind kind) {
        RowLayout layout = new RowLayout(kind, true);
        int field = layout.addWord();
        GroupTable table = new StateTable(new KeyGroupRange(0, 1, 1), layout).group(0);
        Map<List<Long>, Long> expected = new TreeMap<>(Comparator.comparing(List::toString));
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            long number = random.nextInt(60);
            long subKey = random.nextInt(20) * 1_000L;
            Object key = new Twin(kind).key(number);
            int hash = StableHash.hash(key);
            int row = table.find(key, hash, subKey);
            assertThat(row >= 0).isEqualTo(expected.containsKey(List.of(number, subKey)));
            if (row >= 0 && random.nextBoolean()) {
                assertThat(table.word(row, field)).isEqualTo(expected.get(List.of(number, subKey)));
                assertThat(table.subKey(row)).isEqualTo(subKey);
                table.remove(row);
                expected.remove(List.of(number, subKey));
            } else if (row < 0) {
                table.setWord(table.add(key, hash, subKey), field, i);
                expected.put(List.of(number, subKey), (long) i);
            }
        }
        assertThat(table.size()).isEqualTo(expected.size());
    }

    @Test
    void shouldCountLookUps() {
        Twin twin = new Twin(KeyKind.LONG);
        twin.put(1, 1);
        twin.put(1, 2);
        twin.put(2, 3);

        assertThat(twin.table.lookUps()).isEqualTo(3);
    }
}
