package dev.millstream.engine.window;

import dev.millstream.engine.thread.Ending;
import dev.millstream.engine.window.contents.Contents;
import dev.millstream.engine.window.table.Accumulators;
import dev.millstream.engine.window.table.PaneTable;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import org.jspecify.annotations.Nullable;

/** For a user's function and what it emits to. A template for class copies. */
public final class EmittingLoops implements PaneLoops {
    private static final Object NO_KEY = "";

    private final Contents contents;
    private final Accumulators accumulators;
    private final Emitter emitter;
    private final boolean needsKey;
    private final Ending ending;

    public EmittingLoops(
            Contents contents, Accumulators accumulators, Emitter emitter, Ending ending) {
        this.contents = contents;
        this.accumulators = accumulators;
        this.emitter = emitter;
        this.needsKey = emitter.needsKey();
        this.ending = ending;
    }

    @Override
    public void emitAll(PaneTable table, TimeWindow window) {
        int size = table.size();
        for (int index = 0; index < size; index++) {
            ending.check();
            Object key = needsKey ? table.key(index) : NO_KEY;
            emitter.emit(key, window, accumulators.result(table, index));
        }
    }

    @Override
    public void addAll(PaneTable part, PaneTable sum) {
        int size = part.size();
        for (int index = 0; index < size; index++) {
            if (part.hasLongKeys()) {
                addLong(part, index, sum);
            } else {
                add(part, index, sum);
            }
        }
    }

    private void addLong(PaneTable part, int index, PaneTable sum) {
        long key = part.longKey(index);
        int hash = PaneTable.ownHash(key);
        Object accumulator = accumulators.get(part, index);
        int at = sum.findLong(key, hash);
        if (at >= 0) {
            accumulators.merge(sum, at, accumulator);
        } else {
            Object first = accumulators.firstOf(accumulator);
            accumulators.prepare(sum, first);
            accumulators.put(sum, sum.addLong(key, hash), first);
        }
    }

    private void add(PaneTable part, int index, PaneTable sum) {
        Object key = part.key(index);
        int hash = part.hash(index);
        Object accumulator = accumulators.get(part, index);
        int at = sum.find(key, hash);
        if (at >= 0) {
            accumulators.merge(sum, at, accumulator);
        } else {
            Object first = accumulators.firstOf(accumulator);
            accumulators.prepare(sum, first);
            accumulators.put(sum, sum.add(key, hash), first);
        }
    }

    @Override
    public void emit(Object key, TimeWindow window, Object accumulator) {
        emitter.emit(key, window, contents.result(accumulator));
    }

    @Override
    public Object accumulator(PaneTable table, int index) {
        return accumulators.get(table, index);
    }

    @Override
    public Object merged(@Nullable Object into, PaneTable table, int index) {
        return contents.merge(into, accumulators.get(table, index));
    }
}
