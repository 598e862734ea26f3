package dev.millstream.streaming.api.operations;

import dev.millstream.streaming.api.functions.windowing.AllWindowFunction;
import dev.millstream.streaming.api.functions.windowing.ProcessAllWindowFunction;
import dev.millstream.streaming.api.functions.windowing.ProcessWindowFunction;
import dev.millstream.streaming.api.functions.windowing.WindowFunction;
import java.io.Serializable;

/** What is emitted when a window is complete. */
public sealed interface WindowResult extends Serializable {
    /** What was kept, as it is. */
    record Plain() implements WindowResult {}

    /** What a function makes of it. */
    record Applied<I, O, K>(WindowFunction<I, O, K, ?> function) implements WindowResult {}

    /** What a function makes of it that knows more about the window. */
    record Processed<I, O, K>(ProcessWindowFunction<I, O, K, ?> function) implements WindowResult {}

    /** {@link Applied} to windows without key. */
    record AllApplied<I, O>(AllWindowFunction<I, O, ?> function) implements WindowResult {}

    /** {@link Processed} of windows without key. */
    record AllProcessed<I, O>(ProcessAllWindowFunction<I, O, ?> function) implements WindowResult {}
}
