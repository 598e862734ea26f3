package dev.millstream.engine.window;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.streaming.api.functions.windowing.WindowFunction;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.Collections;

/** Lets a window function emit. */
public final class AppliedEmitter implements Emitter {
    private final OperatorContext context;
    private final WindowFunction<Object, Object, Object, Window> function;
    private final boolean buffered;
    private final TimedCollector next;

    /**
     * @param buffered whether the contents are lists
     */
    public AppliedEmitter(
            OperatorContext context,
            WindowFunction<Object, Object, Object, Window> function,
            boolean buffered,
            Output next) {
        this.context = context;
        this.function = function;
        this.buffered = buffered;
        this.next = TimedCollector.of(context, function, next);
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // contents are lists if they are buffered
    public void emit(Object key, Window window, Object contents) {
        next.timestamp(window.maxTimestamp());
        Iterable<Object> values =
                buffered ? (Iterable<Object>) contents : Collections.singletonList(contents);
        try {
            function.apply(key, window, values, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @Override
    public void clear(Object key, Window window) {}
}
