package dev.millstream.engine.window;

import dev.millstream.engine.operator.Output;
import dev.millstream.streaming.api.windowing.windows.Window;

/** Emits results as they are. A template for class copies. */
public final class PlainEmitter implements Emitter {
    private final Output next;

    public PlainEmitter(Output next) {
        this.next = next;
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public void emit(Object key, Window window, Object contents) {
        next.process(contents, window.maxTimestamp());
    }

    @Override
    public void clear(Object key, Window window) {}
}
