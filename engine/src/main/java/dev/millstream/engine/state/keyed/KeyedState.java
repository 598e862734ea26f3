package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.AggregatingStateDescriptor;
import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.api.common.state.ListState;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.MapState;
import dev.millstream.api.common.state.MapStateDescriptor;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.api.common.state.State;
import dev.millstream.api.common.state.StateDescriptor;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.state.table.RowLayout;
import dev.millstream.types.value.Immutability;
import dev.millstream.types.value.ValueCopier;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All keyed state of one operator. States that are asked for before the first record share the row
 * of their key; those that are asked for later have rows of their own. Belongs to the task's
 * thread.
 */
public final class KeyedState implements KeyedStateStore {
    private final CurrentKey current;
    private final KeyKind keys;
    private final ValueCopier copier;
    private final String location;
    private final List<StateRow> rows = new ArrayList<>();
    private final Map<String, Known> known = new TreeMap<>();

    private record Known(StateDescriptor<?, ?> descriptor, State state) {}

    /**
     * @param copier copies what may change, before it is changed while a snapshot has it
     * @param location the operator, subtask and TaskManager, for errors
     */
    public KeyedState(CurrentKey current, KeyKind keys, ValueCopier copier, String location) {
        this.current = current;
        this.keys = keys;
        this.copier = copier;
        this.location = location;
    }

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> stateProperties) {
        return find(
                stateProperties,
                () ->
                        value(
                                stateProperties.getTypeInformation(),
                                stateProperties.getDefaultValue()));
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> stateProperties) {
        boolean fixed = isImmutable(stateProperties.getTypeInformation());
        return find(
                stateProperties,
                () ->
                        new HeapListState<>(
                                ObjectField.<List<T>>mutable(
                                        row(), list -> copyOfList((List<?>) list, fixed))));
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> stateProperties) {
        return find(
                stateProperties,
                () ->
                        new HeapReducingState<>(
                                value(stateProperties.getTypeInformation(), null),
                                stateProperties.getReduceFunction()));
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> stateProperties) {
        return find(
                stateProperties,
                () ->
                        new HeapAggregatingState<>(
                                value(stateProperties.getTypeInformation(), null),
                                stateProperties.getAggregateFunction()));
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> stateProperties) {
        boolean fixed = isImmutable(stateProperties.getTypeInformation());
        return find(
                stateProperties,
                () ->
                        new HeapMapState<>(
                                ObjectField.<Map<UK, UV>>mutable(
                                        row(), map -> copyOfMap((Map<?, ?>) map, fixed))));
    }

    private <T> ValueState<T> value(TypeInformation<T> type, @Nullable T absent) {
        return WordValueState.of(type.getTypeClass(), row(), absent)
                .orElseGet(() -> new ObjectValueState<>(object(type), absent));
    }

    private <T> ObjectField<T> object(TypeInformation<T> type) {
        return isImmutable(type)
                ? ObjectField.immutable(row())
                : ObjectField.mutable(row(), copier::copy);
    }

    /** Whether no object of the type, whatever its class, can change. */
    private static boolean isImmutable(TypeInformation<?> type) {
        Class<?> raw = type.getTypeClass();
        return Modifier.isFinal(raw.getModifiers())
                && !raw.isArray()
                && Immutability.isDeeplyImmutable(raw);
    }

    private Object copyOfList(List<?> list, boolean fixed) {
        List<@Nullable Object> copy = new ArrayList<>(list.size() + 1);
        for (Object each : list) {
            copy.add(fixed ? each : copier.copy(each));
        }
        return copy;
    }

    private Object copyOfMap(Map<?, ?> map, boolean fixed) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(key, fixed || each == null ? each : copier.copy(each)));
        return copy;
    }

    /** The row for a new state. */
    private StateRow row() {
        if (rows.isEmpty() || rows.getLast().isFull()) {
            rows.add(new StateRow(current, new RowLayout(keys, false), copier::copy));
        }
        return rows.getLast();
    }

    // unchecked: an equal descriptor has asked for a state of the same kind before
    @SuppressWarnings("unchecked")
    private <S extends State> S find(StateDescriptor<?, ?> wanted, Supplier<S> make) {
        Known found = known.get(wanted.getName());
        if (found == null) {
            S made = make.get();
            known.put(wanted.getName(), new Known(wanted, made));
            return made;
        }
        if (found.descriptor.getType() != wanted.getType()
                || !found.descriptor.getTypeInformation().equals(wanted.getTypeInformation())) {
            throw new IllegalArgumentException(
                    location
                            + " asks for the state '"
                            + wanted.getName()
                            + "' as "
                            + wanted
                            + ", but it is "
                            + found.descriptor
                            + ". Give each state a name of its own.");
        }
        return (S) found.state;
    }

    /** Forgets everything. */
    public void clear() {
        rows.forEach(row -> row.table().clear());
        current.unset();
    }

    /** Keys that have any state; one counts several times if states were asked for late. */
    public long size() {
        return rows.stream().mapToLong(row -> row.table().size()).sum();
    }

    /** How often a row was looked for so far. */
    public long lookUps() {
        return rows.stream().mapToLong(row -> row.table().lookUps()).sum();
    }
}
