package dev.millstream.engine.state.keyed;

import dev.millstream.engine.state.table.GroupTable;
import dev.millstream.engine.state.table.RowLayout;
import dev.millstream.engine.state.table.SnapshotRow;
import dev.millstream.engine.state.table.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The row that the states of the current key share: looked up once for each record, by the first
 * state that is used. A row is there as long as any of its states has a value.
 */
final class StateRow {
    static final int ABSENT = -1;
    static final int MAX_STATES = Long.SIZE;
    private static final int UNKNOWN = -2;
    private static final int NO_FIELD = -1;

    private final CurrentKey current;
    private final UnaryOperator<Object> keptKey;
    private final StateTable table;

    /** The field that says which states have a value; there is none for a lone state. */
    private int presence = NO_FIELD;

    private int states;
    private final List<StateField> fields = new ArrayList<>();
    private @Nullable GroupTable group;
    private int row = UNKNOWN;

    /**
     * @param keptKey gives a key that may be kept
     */
    StateRow(CurrentKey current, RowLayout layout, UnaryOperator<Object> keptKey) {
        this.current = current;
        this.keptKey = keptKey;
        this.table = new StateTable(current.range(), layout);
        current.follow(this);
    }

    StateTable table() {
        return table;
    }

    /** Whether no state can be added. */
    boolean isFull() {
        return table.layout().isFrozen() || states == MAX_STATES;
    }

    /** Describes the state that was added last. */
    void register(StateField field) {
        fields.add(field);
    }

    /** By state. */
    List<StateField> fields() {
        return fields;
    }

    /** The states that a row has a value for, as bits. */
    long present(SnapshotRow at) {
        return presence == NO_FIELD ? 1 : at.word(presence);
    }

    /** Adds a state; its number. */
    int addState() {
        if (states == 1) {
            presence = table.layout().addWord();
        }
        return states++;
    }

    void forget() {
        row = UNKNOWN;
    }

    /** The key's row, or {@link #ABSENT}. */
    int find() {
        int known = row;
        return known == UNKNOWN ? locate() : known;
    }

    private int locate() {
        Object key = current.get();
        GroupTable found = table.group(current.group());
        group = found;
        row = found.find(key, current.hash());
        return row;
    }

    /** The table of the current key's group; after {@link #find} only. */
    @SuppressWarnings("NullAway") // find has set it
    GroupTable group() {
        return group;
    }

    int findOrAdd() {
        int found = find();
        if (found == ABSENT) {
            found = group().add(keptKey.apply(current.get()), current.hash());
            row = found;
        }
        return found;
    }

    /** The key's row if it has a value for this state, or {@link #ABSENT}. */
    int findWith(int state) {
        int found = find();
        return found == ABSENT || has(group(), found, state) ? found : ABSENT;
    }

    boolean has(GroupTable rows, int at, int state) {
        return presence == NO_FIELD || (rows.word(at, presence) & (1L << state)) != 0;
    }

    /** The current row has a value for this state from now on. */
    void nowHas(int state) {
        if (presence != NO_FIELD) {
            GroupTable rows = group();
            long present = rows.word(row, presence);
            if ((present & (1L << state)) == 0) {
                rows.setWord(row, presence, present | (1L << state));
            }
        }
    }

    /** The current key has no value for this state from now on. */
    void clear(int state) {
        int found = find();
        if (found != ABSENT && clear(group(), found, state)) {
            row = ABSENT;
        }
    }

    /** A row has no value for this state from now on; whether it is gone. */
    boolean clear(GroupTable rows, int at, int state) {
        long left = presence == NO_FIELD ? 0 : rows.word(at, presence) & ~(1L << state);
        if (left == 0) {
            rows.remove(at);
            return true;
        }
        rows.setWord(at, presence, left);
        return false;
    }
}
