package dev.millstream.engine.state.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a table's rows: words (longs, or what fits into one) and references. Fields are
 * added before the first row is; a field's number is what the methods of {@link RowBlocks} take.
 */
public final class RowLayout {
    private final KeyKind keys;
    private final boolean subKeys;
    private int words;
    private final List<@Nullable UnaryOperator<Object>> copiers = new ArrayList<>();
    private boolean frozen;

    /**
     * @param subKeys whether a row is identified by a long beside its key, such as a window's start
     *     or a timer's time
     */
    public RowLayout(KeyKind keys, boolean subKeys) {
        this.keys = keys;
        this.subKeys = subKeys;
        this.words = subKeys ? 2 : 1;
        if (keys == KeyKind.OBJECT) {
            copiers.add(null);
        }
    }

    /** Adds a field for a long, or for what can be turned into one; 0 in a new row. */
    public int addWord() {
        checkNotFrozen();
        return words++;
    }

    /** Adds a field for objects that never change; null in a new row. */
    public int addReference() {
        checkNotFrozen();
        copiers.add(null);
        return copiers.size() - 1;
    }

    /**
     * Adds a field for objects that may change in place; null in a new row.
     *
     * @param copier makes one that shares nothing that may change
     */
    public int addMutable(UnaryOperator<Object> copier) {
        checkNotFrozen();
        copiers.add(copier);
        return copiers.size() - 1;
    }

    private void checkNotFrozen() {
        if (frozen) {
            throw new IllegalStateException("Rows of this layout exist: it can't get more fields");
        }
    }

    /** Whether rows exist, so that no field can be added. */
    public boolean isFrozen() {
        return frozen;
    }

    public KeyKind keys() {
        return keys;
    }

    public boolean hasSubKeys() {
        return subKeys;
    }

    /** Words of a row: the key or its hash, the sub-key if there is one, then the fields. */
    int words() {
        return words;
    }

    /** References of a row: the key if it is an object, then the fields. */
    int references() {
        return copiers.size();
    }

    /** By field; null for fields whose objects never change. */
    @Nullable UnaryOperator<Object>[] freeze() {
        frozen = true;
        @SuppressWarnings({"unchecked", "rawtypes"}) // generic arrays aren't made otherwise
        @Nullable UnaryOperator<Object>[] all = new UnaryOperator[copiers.size()];
        return copiers.toArray(all);
    }
}
