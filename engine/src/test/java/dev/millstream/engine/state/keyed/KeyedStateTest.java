package dev.millstream.engine.state.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.state.ListState;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.MapState;
import dev.millstream.api.common.state.MapStateDescriptor;
import dev.millstream.api.common.state.StateTtlConfig;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.api.common.typeinfo.TypeHint;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.key.StableHash;
import dev.millstream.types.serialization.Serializers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyedStateTest {
    private static final int GROUPS = 16;
    private static final int KEYS = 3_000;

    /** A subtask's state. */
    private static final class Subtask {
        private final CurrentKey current;
        private final KeyKind kind;
        private final KeyedState state;
        private final ValueState<Long> sum;
        private final ValueState<List<String>> texts;
        private final ListState<Long> list;
        private final MapState<String, Integer> map;

        Subtask(KeyGroupRange range, KeyKind kind, boolean otherOrder) {
            this.kind = kind;
            current = new CurrentKey(range, "test");
            state = new KeyedState(current, kind, new Serializers(getClassLoader()), "test");
            ListState<Long> early = otherOrder ? list() : null;
            sum = state.getState(new ValueStateDescriptor<>("sum", Long.class));
            texts =
                    state.getState(
                            new ValueStateDescriptor<>(
                                    "texts", TypeInformation.of(new TypeHint<List<String>>() {})));
            list = early == null ? list() : early;
            map = state.getMapState(new MapStateDescriptor<>("map", String.class, Integer.class));
        }

        private static ClassLoader getClassLoader() {
            return Subtask.class.getClassLoader();
        }

        private ListState<Long> list() {
            return state.getListState(new ListStateDescriptor<>("list", Long.class));
        }

        Object key(long number) {
            return switch (kind) {
                case LONG -> number;
                case INT -> (int) number;
                case OBJECT -> "key " + number;
            };
        }

        void enter(long number) {
            Object key = key(number);
            current.set(key, StableHash.hash(key));
        }

        void fill(long from, long factor) throws Exception {
            for (long number = from; number < KEYS; number++) {
                enter(number);
                sum.update(number * factor);
                if (number % 2 == 0) {
                    texts.update(List.of("a" + number, "b" + factor));
                }
                if (number % 3 == 0) {
                    list.add(factor);
                    list.add(number);
                } else {
                    list.clear();
                }
                map.put("x" + number % 5, (int) factor);
            }
        }

        Map<Long, String> content(boolean owned) throws Exception {
            Map<Long, String> all = new TreeMap<>();
            for (long number = 0; number < KEYS; number++) {
                Object key = key(number);
                int hash = StableHash.hash(key);
                if (owned && !isOwned(hash)) {
                    continue;
                }
                current.set(key, hash);
                Map<String, Integer> entries = new TreeMap<>();
                for (Map.Entry<String, Integer> entry : map.entries()) {
                    entries.put(entry.getKey(), entry.getValue());
                }
                all.put(number, sum.value() + " " + texts.value() + list.get() + entries);
            }
            return all;
        }

        private boolean isOwned(int hash) {
            int group = Math.floorMod(hash, GROUPS);
            KeyGroupRange range = current.range();
            return group >= range.first() && group < range.first() + range.count();
        }
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void shouldRestoreASnapshotAtAnotherParallelism(KeyKind kind) throws Exception {
        Subtask before = new Subtask(KeyGroupRange.of(0, 1, GROUPS), kind, false);
        before.fill(0, 7);
        Map<Long, String> expected = before.content(false);
        Map<Integer, byte[]> written = new TreeMap<>();
        try (KeyedSnapshot snapshot = before.state.snapshot(false)) {
            // What is changed, added and removed from here on isn't in it.
            before.fill(100, 8);
            before.enter(5);
            before.sum.clear();
            before.map.clear();
            for (int group : snapshot.groups()) {
                Output out = new Output();
                snapshot.write(group, out);
                written.put(group, Arrays.copyOf(out.array(), out.position()));
            }
        }

        Map<Long, String> restored = new TreeMap<>();
        for (int subtask = 0; subtask < 3; subtask++) {
            KeyGroupRange range = KeyGroupRange.of(subtask, 3, GROUPS);
            Subtask after = new Subtask(range, kind, true);
            for (int i = 0; i < range.count(); i++) {
                after.state.restore(
                        new Input(Objects.requireNonNull(written.get(range.first() + i))));
            }
            restored.putAll(after.content(true));
        }
        assertThat(restored.equals(expected)).isTrue();
        assertThat(before.content(false).equals(expected)).isFalse();
    }

    @Test
    void shouldLookAKeyUpOnceHoweverManyStatesAreUsed() throws Exception {
        Subtask subtask = new Subtask(KeyGroupRange.of(0, 1, GROUPS), KeyKind.LONG, false);
        subtask.fill(0, 1);
        long before = subtask.state.lookUps();

        for (long number = 0; number < KEYS; number++) {
            subtask.enter(number);
            subtask.sum.update(1 + Objects.requireNonNull(subtask.sum.value()));
            subtask.list.add(number);
            subtask.map.put("y", 3);
        }

        assertThat(subtask.state.lookUps() - before).isEqualTo(KEYS);
    }

    @Test
    void shouldKeepNoRowOfAKeyWithoutState() throws Exception {
        Subtask subtask = new Subtask(KeyGroupRange.of(0, 1, GROUPS), KeyKind.OBJECT, false);
        subtask.enter(1);
        subtask.sum.update(5L);
        subtask.list.add(6L);
        subtask.sum.clear();
        assertThat(subtask.state.size()).isEqualTo(1);
        subtask.list.clear();
        assertThat(subtask.state.size()).isZero();
        assertThat(subtask.sum.value()).isNull();
    }

    @Test
    void shouldTakeStatesThatAreAskedForLate() {
        Subtask subtask = new Subtask(KeyGroupRange.of(0, 1, GROUPS), KeyKind.LONG, false);
        subtask.enter(1);
        assertThat(subtask.sum.value()).isNull();
        subtask.sum.update(5L);
        ValueState<Double> late =
                subtask.state.getState(new ValueStateDescriptor<>("late", Double.class));
        late.update(2.5);
        subtask.enter(2);
        assertThat(late.value()).isNull();
        subtask.enter(1);
        assertThat(late.value()).isEqualTo(2.5);
        assertThat(subtask.sum.value()).isEqualTo(5);
    }

    @Test
    void shouldRefuseToRestoreAStateThatIsNotAskedForOrAnother() {
        Subtask subtask = new Subtask(KeyGroupRange.of(0, 1, GROUPS), KeyKind.LONG, false);
        subtask.enter(1);
        subtask.sum.update(5L);
        Output out = new Output();
        int group = 0;
        try (KeyedSnapshot snapshot = subtask.state.snapshot(false)) {
            group = snapshot.groups().getFirst();
            snapshot.write(group, out);
        }
        CurrentKey current = new CurrentKey(KeyGroupRange.of(0, 1, GROUPS), "op 'x'");
        KeyedState other =
                new KeyedState(
                        current,
                        KeyKind.LONG,
                        new Serializers(KeyedStateTest.class.getClassLoader()),
                        "op 'x'");
        assertThatThrownBy(() -> other.restore(new Input(out.array())))
                .hasMessageContaining("op 'x'")
                .hasMessageContaining("'sum'")
                .hasMessageContaining("open()");
        other.getState(new ValueStateDescriptor<>("sum", Double.class));
        assertThatThrownBy(() -> other.restore(new Input(out.array())))
                .hasMessageContaining("as a double, but the snapshot has a long");
    }

    @Test
    void shouldRefuseATimeToLive() {
        Subtask subtask = new Subtask(KeyGroupRange.of(0, 1, GROUPS), KeyKind.LONG, false);
        ValueStateDescriptor<Long> described = new ValueStateDescriptor<>("brief", Long.class);
        described.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofSeconds(1)).build());

        assertThatThrownBy(() -> subtask.state.getState(described))
                .hasMessageContaining("'brief'")
                .hasMessageContaining("time-to-live");
    }
}
