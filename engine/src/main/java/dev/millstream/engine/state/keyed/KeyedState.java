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
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.state.table.RowLayout;
import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.key.StableHash;
import dev.millstream.types.serialization.Serializers;
import dev.millstream.types.value.ValueCopier;
import java.util.ArrayList;
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
    private final Serializers serializers;
    private final ValueCopier copier;
    private final String location;
    private final List<StateRow> rows = new ArrayList<>();
    private final Map<String, Known> known = new TreeMap<>();

    private record Known(StateDescriptor<?, ?> descriptor, State state) {}

    /**
     * @param serializers of the job's class loader
     * @param location the operator, subtask and TaskManager, for errors
     */
    public KeyedState(CurrentKey current, KeyKind keys, Serializers serializers, String location) {
        this.current = current;
        this.keys = keys;
        this.serializers = serializers;
        this.copier = new ValueCopier(serializers);
        this.location = location;
    }

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> stateProperties) {
        return find(
                stateProperties, () -> value(stateProperties, stateProperties.getDefaultValue()));
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> stateProperties) {
        return find(
                stateProperties,
                () ->
                        new HeapListState<>(
                                this.<List<T>>object(stateProperties, ObjectForm.Kind.LIST)));
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> stateProperties) {
        return find(
                stateProperties,
                () ->
                        new HeapReducingState<>(
                                value(stateProperties, null), stateProperties.getReduceFunction()));
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> stateProperties) {
        return find(
                stateProperties,
                () ->
                        new HeapAggregatingState<>(
                                value(stateProperties, null),
                                stateProperties.getAggregateFunction()));
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> stateProperties) {
        return find(
                stateProperties,
                () ->
                        new HeapMapState<>(
                                this.<Map<UK, UV>>object(stateProperties, ObjectForm.Kind.MAP)));
    }

    private <T> ValueState<T> value(StateDescriptor<?, T> described, @Nullable T absent) {
        return WordValueState.of(
                        described.getTypeInformation().getTypeClass(),
                        row(),
                        described.getName(),
                        absent)
                .orElseGet(() ->
                        new ObjectValueState<>(object(described, ObjectForm.Kind.VALUE), absent));
    }

    private <T> ObjectField<T> object(StateDescriptor<?, ?> described, ObjectForm.Kind kind) {
        return new ObjectField<>(
                row(),
                described.getName(),
                new ObjectForm(kind, described.getTypeInformation(), serializers, copier));
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
        if (wanted.getTtlConfig().isEnabled()) {
            throw new UnsupportedOperationException(
                    location
                            + " asks for the state '"
                            + wanted.getName()
                            + "' with a time-to-live, which this version does not have. Clear it"
                            + " by a timer of processing time instead.");
        }
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

    /**
     * Takes a snapshot, in a time that does not depend on the number of keys.
     *
     * @param trackRemovals see {@link dev.millstream.engine.state.table.StateTable#snapshot}
     */
    public KeyedSnapshot snapshot(boolean trackRemovals) {
        KeyedSnapshot snapshot = new KeyedSnapshot(keys, serializers);
        rows.forEach(row -> snapshot.add(row, trackRemovals));
        return snapshot;
    }

    /**
     * Adds what {@link KeyedSnapshot#write} has written for one of this subtask's key groups. The
     * states must have been asked for before, in whatever order.
     *
     * @throws IllegalStateException if a state was not asked for, or keeps something else, or the
     *     group belongs to another subtask
     */
    public void restore(Input in) {
        int parts = in.readCount();
        for (int part = 0; part < parts; part++) {
            List<Placed> fields = new ArrayList<>();
            int count = in.readCount();
            for (int i = 0; i < count; i++) {
                fields.add(placed(in.readString(), in.readString()));
            }
            while (in.readBoolean()) {
                restoreRow(fields, in);
            }
        }
        current.unset();
    }

    /** Where a state of a snapshot is now. */
    private record Placed(StateRow home, int state) {}

    private Placed placed(String name, String form) {
        for (StateRow home : rows) {
            for (int state = 0; state < home.fields().size(); state++) {
                StateField field = home.fields().get(state);
                if (field.name().equals(name)) {
                    checkForm(field, form);
                    return new Placed(home, state);
                }
            }
        }
        throw new IllegalStateException(
                location
                        + " is restored with a state '"
                        + name
                        + "' that its function does not ask for in open(). Ask for it there.");
    }

    private void checkForm(StateField field, String form) {
        if (!field.form().equals(form)) {
            throw new IllegalStateException(
                    location
                            + " asks for the state '"
                            + field.name()
                            + "' as a "
                            + field.form()
                            + ", but the snapshot has a "
                            + form
                            + ". Give the new state another name, or keep its type.");
        }
    }

    private void restoreRow(List<Placed> fields, Input in) {
        Object key = serializers.dynamic().read(in);
        if (key == null) {
            throw new CorruptDataException("A row of the state of " + location + " has no key");
        }
        current.set(key, StableHash.hash(key));
        long present = in.readVarLong();
        for (int i = 0; i < fields.size(); i++) {
            if ((present & (1L << i)) != 0) {
                StateRow home = fields.get(i).home;
                int row = home.findOrAdd();
                home.fields().get(fields.get(i).state).read(home.group(), row, in);
                home.nowHas(fields.get(i).state);
            }
        }
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
