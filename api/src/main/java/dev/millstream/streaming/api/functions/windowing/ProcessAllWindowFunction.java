package dev.millstream.streaming.api.functions.windowing;

import dev.millstream.api.common.functions.AbstractRichFunction;
import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;

/** Makes any number of records of a complete window, for any number of outputs. */
public abstract class ProcessAllWindowFunction<IN, OUT, W extends Window>
        extends AbstractRichFunction {
    private static final long serialVersionUID = 1L;

    /**
     * Processes a window.
     *
     * @param context valid during the call only
     * @param elements the window's records, or the one result of its reduction or aggregation
     * @param out takes the results; valid during the call only
     * @throws Exception whatever goes wrong: it fails the task
     */
    public abstract void process(Context context, Iterable<IN> elements, Collector<OUT> out)
            throws Exception;

    /** The window ends: what was kept in {@link Context#windowState()} is to be cleared. */
    public void clear(Context context) throws Exception {}

    /** What is known of a window besides its records. Not static, as users name it so. */
    public abstract class Context implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        /** The window. */
        public abstract W window();

        /** State of this window. Clear it in {@link #clear}. */
        public abstract KeyedStateStore windowState();

        /** State of all windows. */
        public abstract KeyedStateStore globalState();

        /** Emits to a side output. */
        public abstract <X> void output(OutputTag<X> outputTag, X value);
    }
}
