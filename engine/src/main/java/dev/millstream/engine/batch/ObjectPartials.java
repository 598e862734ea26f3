package dev.millstream.engine.batch;

import dev.millstream.api.common.functions.ReduceFunction;
import org.jspecify.annotations.Nullable;

/** Aggregates of any class, which the table keeps. */
record ObjectPartials(ReduceFunction<Object> function, GroupValues values) implements Partials {
    @Override
    public @Nullable Object begin(int index, Object record) {
        return CombinableValues.contain(function, record) ? values.first(record) : null;
    }

    @Override
    public boolean add(GroupTable table, int index, Object record) {
        table.keep(index, values.add(table.kept(index), record));
        return true;
    }

    @Override
    public void addFound(GroupTable table, RecordGroup group) {
        for (int place = 0; place < group.size(); place++) {
            int index = group.index(place);
            if (index >= 0) {
                table.keep(index, values.add(table.kept(index), group.record(place)));
            }
        }
    }

    @Override
    public Object result(GroupTable table, int index) {
        return values.result(table.kept(index));
    }
}
