package dev.millstream.engine.window.table;

import dev.millstream.engine.window.contents.Contents;
import dev.millstream.types.flat.Flattener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what {@link Contents} makes of records. A template for class copies, so that a user's
 * function is compiled into one piece with the access to the table, and no accumulator is made for
 * longer than its change.
 */
public final class KeptAccumulators implements Accumulators {
    private final Contents contents;

    /** Whether the first accumulator has been seen. */
    private boolean known;

    /** Of that one's class, which others mostly have; null: they are kept as they are. */
    private @Nullable Flattener flattener;

    /** Accumulators of other classes have been seen, too: new tables keep objects. */
    private boolean mixed;

    public KeptAccumulators(Contents contents) {
        this.contents = contents;
    }

    @Override
    public Object first(Object value) {
        return contents.add(null, value);
    }

    @Override
    public Object firstOf(Object part) {
        return contents.merge(null, part);
    }

    @Override
    public void prepare(PaneTable table, Object accumulator) {
        if (table.size() == 0) {
            begin(table, accumulator);
        }
    }

    private void begin(PaneTable table, Object accumulator) {
        if (!known) {
            known = true;
            flattener = Flattener.of(accumulator.getClass()).orElse(null);
        }
        Flattener flat = flattener;
        table.begin(flat == null || mixed ? 0 : flat.width());
    }

    @Override
    public void put(PaneTable table, int index, Object accumulator) {
        ObjectChunks objects = table.objects();
        if (objects != null) {
            objects.set(index, accumulator);
        } else {
            store(table, index, accumulator);
        }
    }

    @Override
    public void add(PaneTable table, int index, Object value) {
        ObjectChunks objects = table.objects();
        if (objects != null) {
            objects.set(index, contents.add(objects.get(index), value));
        } else {
            store(table, index, contents.add(load(table, index), value));
        }
    }

    @Override
    public void merge(PaneTable table, int index, Object part) {
        ObjectChunks objects = table.objects();
        if (objects != null) {
            objects.set(index, contents.merge(objects.get(index), part));
        } else {
            store(table, index, contents.merge(load(table, index), part));
        }
    }

    @Override
    public Object get(PaneTable table, int index) {
        ObjectChunks objects = table.objects();
        return objects != null ? objects.get(index) : load(table, index);
    }

    @Override
    public Object result(PaneTable table, int index) {
        return contents.result(get(table, index));
    }

    @SuppressWarnings("NullAway") // a table is flat only if there is a flattener
    private Object load(PaneTable table, int index) {
        return flattener.load(table.row(index), table.flatAt(index));
    }

    @SuppressWarnings("NullAway") // as above
    private void store(PaneTable table, int index, Object accumulator) {
        if (flattener.takes(accumulator)) {
            flattener.store(accumulator, table.row(index), table.flatAt(index));
        } else {
            unflatten(table, index, accumulator);
        }
    }

    /** A function makes accumulators of several classes. */
    @SuppressWarnings("NullAway") // as above
    private void unflatten(PaneTable table, int index, Object accumulator) {
        mixed = true;
        table.unflatten(flattener).set(index, accumulator);
    }
}
