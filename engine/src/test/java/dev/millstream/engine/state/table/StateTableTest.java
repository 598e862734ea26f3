package dev.millstream.engine.state.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.types.key.KeyGroups;
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
    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void shouldHoldWhatAMapHolds(KeyKind kind) {
        for (int keys : new int[] {3, 40, 700, 20_000}) {
            TableTwin twin = new TableTwin(kind);
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
            TableTwin twin = new TableTwin(kind);
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
        TableTwin twin = new TableTwin(kind);
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
            TableTwin twin, TableSnapshot snapshot, Map<Long, List<Object>> copy, List<Long> told) {
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
                            copy.put(
                                    number,
                                    List.of(row.word(twin.word), TableTwin.copyOf(objects)));
                        } else if (!added.contains(number)) {
                            copy.remove(number);
                        }
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 20, 1L << 40, 1L << 48, -7})
    void shouldFindKeysHoweverTheyAreSpread(long distance) {
        RowLayout layout = new RowLayout(KeyKind.LONG, false);
        int field = layout.addWord();
        LongKeyTable table =
                (LongKeyTable) new StateTable(new KeyGroupRange(0, 1, 1), layout).group(0);
        for (long i = 0; i < 40_000; i++) {
            long key = i * distance;
            assertThat(table.find(key, StableHash.ofLong(key))).isEqualTo(-1);
            table.setWord(table.add(key, StableHash.ofLong(key)), field, i);
        }
        for (long i = 0; i < 40_000; i++) {
            long key = i * distance;
            assertThat(table.word(table.find(key, StableHash.ofLong(key)), field)).isEqualTo(i);
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
            Object key = new TableTwin(kind).key(number);
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

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void shouldChangeNothingByReadingAhead(KeyKind kind) {
        KeyGroupRange some = new KeyGroupRange(2, 3, 8);
        RowLayout layout = new RowLayout(kind, false);
        int field = layout.addWord();
        StateTable table = new StateTable(some, layout);
        TableTwin keys = new TableTwin(kind);
        int[] hashes = new int[30_000];
        for (int i = 0; i < hashes.length; i++) {
            Object key = keys.key(i);
            hashes[i] = StableHash.hash(key);
            int group = KeyGroups.ofHash(hashes[i], 8) - some.first();
            // One of the groups stays without a table, and keys of others are announced, too.
            if (group == 0 || group == 1) {
                table.group(group).setWord(table.group(group).add(key, hashes[i]), field, i);
            }
            table.expect(hashes, Math.max(0, i - 100), i + 1);
        }

        for (int i = 0; i < hashes.length; i++) {
            int group = KeyGroups.ofHash(hashes[i], 8) - some.first();
            if (group == 0 || group == 1) {
                int row = table.group(group).find(keys.key(i), hashes[i]);
                assertThat(table.group(group).word(row, field)).isEqualTo(i);
            }
        }
    }

    @Test
    void shouldCountLookUps() {
        TableTwin twin = new TableTwin(KeyKind.LONG);
        twin.put(1, 1);
        twin.put(1, 2);
        twin.put(2, 3);

        assertThat(twin.table.lookUps()).isEqualTo(3);
    }
}
