package dev.millstream.engine.state.keyed;

import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.state.table.SnapshotRow;
import dev.millstream.engine.state.table.TableSnapshot;
import dev.millstream.types.Output;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * An operator's keyed state as it was at one moment. Written by any one thread, key group by key
 * group, while the operator goes on; to be closed then.
 */
public final class KeyedSnapshot implements AutoCloseable {
    private record Part(StateRow home, List<StateField> fields, TableSnapshot rows) {}

    private final List<Part> parts = new ArrayList<>();
    private final KeyKind keys;
    private final Serializers serializers;

    KeyedSnapshot(KeyKind keys, Serializers serializers) {
        this.keys = keys;
        this.serializers = serializers;
    }

    void add(StateRow home, boolean trackRemovals) {
        parts.add(new Part(home, List.copyOf(home.fields()), home.table().snapshot(trackRemovals)));
    }

    /** The key groups that have any state, in order. */
    public List<Integer> groups() {
        TreeSet<Integer> all = new TreeSet<>();
        parts.forEach(part -> all.addAll(part.rows.groups()));
        return List.copyOf(all);
    }

    /** Writes one key group's state, which {@link KeyedState#restore} reads. */
    public void write(int group, Output out) {
        out.writeVarInt(parts.size());
        for (Part part : parts) {
            out.writeVarInt(part.fields.size());
            for (StateField field : part.fields) {
                out.writeString(field.name());
                out.writeString(field.form());
            }
            part.rows.forEach(group, TableSnapshot.Scope.EVERYTHING, row -> write(part, row, out));
            out.writeBoolean(false);
        }
    }

    private void write(Part part, SnapshotRow row, Output out) {
        out.writeBoolean(true);
        Object key =
                switch (keys) {
                    case LONG -> row.word(0);
                    case INT -> (int) row.word(0);
                    case OBJECT -> Objects.requireNonNull(row.reference(0), "key");
                };
        serializers.dynamic().write(key, out);
        long present = part.home.present(row);
        out.writeVarLong(present);
        for (int state = 0; state < part.fields.size(); state++) {
            if ((present & (1L << state)) != 0) {
                part.fields.get(state).write(row, out);
            }
        }
    }

    @Override
    public void close() {
        parts.forEach(part -> part.rows.close());
    }
}
