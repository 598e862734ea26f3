package dev.millstream.engine.window;

import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.streaming.api.functions.windowing.ProcessWindowFunction;
import dev.millstream.streaming.api.windowing.windows.GlobalWindow;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.util.OutputTag;
import java.util.Collections;
import java.util.Map;
import java.util.function.LongSupplier;

/** Lets a process function emit that sees a window of a key. */
public final class ProcessedEmitter implements Emitter {
    private final OperatorContext context;
    private final ProcessWindowFunction<Object, Object, Object, Window> function;
    private final boolean buffered;
    private final TimedCollector next;
    private final Call call;

    /**
     * @param buffered whether the contents are lists
     * @param watermark the operator's last one
     */
    public ProcessedEmitter(
            OperatorContext context,
            ProcessWindowFunction<Object, Object, Object, Window> function,
            boolean buffered,
            WindowStates states,
            LongSupplier watermark,
            Outputs outputs) {
        this.context = context;
        this.function = function;
        this.buffered = buffered;
        this.next = TimedCollector.of(context, function, outputs.main());
        this.call = new Call(function, context, states, watermark, outputs.sides());
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // contents are lists if they are buffered
    public void emit(Object key, Window window, Object contents) {
        call.about(key, window);
        next.timestamp(window.maxTimestamp());
        Iterable<Object> values =
                buffered ? (Iterable<Object>) contents : Collections.singletonList(contents);
        try {
            function.process(key, call, values, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @Override
    public void clear(Object key, Window window) {
        call.about(key, window);
        try {
            function.clear(call);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    /** What the function is told of the window at hand. */
    private static final class Call
            extends ProcessWindowFunction<Object, Object, Object, Window>.Context {
        private final OperatorContext context;
        private final WindowStates states;
        private final LongSupplier watermark;
        private final Map<String, Output> sides;
        private Object key = "";
        private Window window = GlobalWindow.get();

        Call(
                ProcessWindowFunction<Object, Object, Object, Window> function,
                OperatorContext context,
                WindowStates states,
                LongSupplier watermark,
                Map<String, Output> sides) {
            function.super();
            this.context = context;
            this.states = states;
            this.watermark = watermark;
            this.sides = sides;
        }

        void about(Object currentKey, Window currentWindow) {
            key = currentKey;
            window = currentWindow;
        }

        @Override
        public Window window() {
            return window;
        }

        @Override
        public long currentProcessingTime() {
            return context.scope().platform().clock().wallMs();
        }

        @Override
        public long currentWatermark() {
            return watermark.getAsLong();
        }

        @Override
        public KeyedStateStore windowState() {
            return states.ofWindow(key, window);
        }

        @Override
        public KeyedStateStore globalState() {
            return states.ofKey(key);
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            Output side = sides.get(outputTag.getId());
            if (side != null) {
                side.process(value, window.maxTimestamp());
            }
        }
    }
}
