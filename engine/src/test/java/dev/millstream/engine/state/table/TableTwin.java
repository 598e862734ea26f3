package dev.millstream.engine.state.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.types.key.StableHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** A table of one word and one mutable list for each key, beside what it should hold. */
final class TableTwin {
    private static final KeyGroupRange ALL = new KeyGroupRange(0, 4, 4);

    private final KeyKind kind;
    private final RowLayout layout;
    final int word;
    final int list;
    final StateTable table;
    private final Map<Long, Long> words = new TreeMap<>();
    private final Map<Long, List<Long>> lists = new TreeMap<>();

    TableTwin(KeyKind kind) {
        this.kind = kind;
        layout = new RowLayout(kind, false);
        word = layout.addWord();
        list = layout.addMutable(TableTwin::copyOf);
        table = new StateTable(ALL, layout);
    }

    static Object copyOf(Object list) {
        return new ArrayList<>((List<?>) list);
    }

    Object key(long number) {
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
                        TableTwin.copyOf(Objects.requireNonNull(group.reference(row, list))));
            }
        });
        assertThat(found).isEqualTo(words);
        assertThat(foundLists).isEqualTo(lists);
    }

    long number(SnapshotRow row) {
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
