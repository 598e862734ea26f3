package dev.millstream.engine.chain;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.engine.window.AllAppliedEmitter;
import dev.millstream.engine.window.AllProcessedEmitter;
import dev.millstream.engine.window.AppliedEmitter;
import dev.millstream.engine.window.Emitter;
import dev.millstream.engine.window.EmittingLoops;
import dev.millstream.engine.window.EventTime;
import dev.millstream.engine.window.PaneLoops;
import dev.millstream.engine.window.PlainEmitter;
import dev.millstream.engine.window.ProcessedEmitter;
import dev.millstream.engine.window.UserFunctions;
import dev.millstream.engine.window.WindowStates;
import dev.millstream.engine.window.contents.AggregatedContents;
import dev.millstream.engine.window.contents.BufferedContents;
import dev.millstream.engine.window.contents.Contents;
import dev.millstream.engine.window.contents.ReducedContents;
import dev.millstream.engine.window.table.Accumulators;
import dev.millstream.engine.window.table.KeptAccumulators;
import dev.millstream.streaming.api.functions.windowing.AllWindowFunction;
import dev.millstream.streaming.api.functions.windowing.ProcessAllWindowFunction;
import dev.millstream.streaming.api.functions.windowing.ProcessWindowFunction;
import dev.millstream.streaming.api.functions.windowing.WindowFunction;
import dev.millstream.streaming.api.operations.WindowContents;
import dev.millstream.streaming.api.operations.WindowResult;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.ArrayList;
import java.util.List;

/** Makes what all operators of windows have in common: what they keep, and what they emit. */
@SuppressWarnings("unchecked") // operators take any object and cast in user code
final class WindowParts {
    private final OperatorContext context;
    private final EventTime eventTime;
    private final Outputs outputs;

    WindowParts(OperatorContext context, EventTime eventTime, Outputs outputs) {
        this.context = context;
        this.eventTime = eventTime;
        this.outputs = outputs;
    }

    /**
     * What is kept.
     *
     * @param retained whether accumulators live on after their result was asked for
     */
    Contents contents(WindowContents kept, boolean retained) {
        return switch (kept) {
            case WindowContents.Buffered _ -> new BufferedContents();
            case WindowContents.Reduced<?>(var function) ->
                    (Contents)
                            ClassCopies.create(
                                    ReducedContents.class,
                                    List.of(function),
                                    context,
                                    (ReduceFunction<Object>) function,
                                    retained);
            case WindowContents.Aggregated<?, ?, ?>(var function) ->
                    (Contents)
                            ClassCopies.create(
                                    AggregatedContents.class,
                                    List.of(function),
                                    context,
                                    (AggregateFunction<Object, Object, Object>) function);
        };
    }

    /** Where it is kept. */
    Accumulators accumulators(Contents contents) {
        return (Accumulators)
                ClassCopies.create(KeptAccumulators.class, List.of(contents), contents);
    }

    /** What is done with all that is kept. */
    PaneLoops loops(Contents contents, Accumulators accumulators, Emitter emitter) {
        return (PaneLoops)
                ClassCopies.create(
                        EmittingLoops.class,
                        List.of(contents, accumulators, emitter),
                        contents,
                        accumulators,
                        emitter,
                        context.scope().ending());
    }

    /** The user's functions, to be opened and closed. */
    UserFunctions functions(WindowContents kept, WindowResult result) {
        List<Object> functions = new ArrayList<>();
        switch (kept) {
            case WindowContents.Buffered _ -> {}
            case WindowContents.Reduced<?>(var function) -> functions.add(function);
            case WindowContents.Aggregated<?, ?, ?>(var function) -> functions.add(function);
        }
        switch (result) {
            case WindowResult.Plain _ -> {}
            case WindowResult.Applied<?, ?, ?>(var function) -> functions.add(function);
            case WindowResult.Processed<?, ?, ?>(var function) -> functions.add(function);
            case WindowResult.AllApplied<?, ?>(var function) -> functions.add(function);
            case WindowResult.AllProcessed<?, ?>(var function) -> functions.add(function);
        }
        return new UserFunctions(context, functions);
    }

    Emitter emitter(WindowResult result, WindowContents kept, WindowStates states) {
        boolean buffered = kept instanceof WindowContents.Buffered;
        return switch (result) {
            case WindowResult.Plain _ ->
                    (Emitter)
                            ClassCopies.create(
                                    PlainEmitter.class, List.of(outputs.main()), outputs.main());
            case WindowResult.Applied<?, ?, ?>(var function) ->
                    new AppliedEmitter(
                            context,
                            (WindowFunction<Object, Object, Object, Window>) function,
                            buffered,
                            outputs.main());
            case WindowResult.Processed<?, ?, ?>(var function) ->
                    new ProcessedEmitter(
                            context,
                            (ProcessWindowFunction<Object, Object, Object, Window>) function,
                            buffered,
                            states,
                            eventTime,
                            outputs);
            case WindowResult.AllApplied<?, ?>(var function) ->
                    new AllAppliedEmitter(
                            context,
                            (AllWindowFunction<Object, Object, Window>) function,
                            buffered,
                            outputs.main());
            case WindowResult.AllProcessed<?, ?>(var function) ->
                    new AllProcessedEmitter(
                            context,
                            (ProcessAllWindowFunction<Object, Object, Window>) function,
                            buffered,
                            states,
                            outputs);
        };
    }

    /** Whether a function wants to know when a window of a key ends. */
    static boolean hearsOfEnds(WindowResult result) {
        return switch (result) {
            case WindowResult.Plain _,
                    WindowResult.Applied<?, ?, ?> _,
                    WindowResult.AllApplied<?, ?> _ ->
                    false;
            case WindowResult.Processed<?, ?, ?>(var function) -> hasClear(function);
            case WindowResult.AllProcessed<?, ?>(var function) -> hasClear(function);
        };
    }

    private static boolean hasClear(Object function) {
        for (Class<?> type = function.getClass();
                type != ProcessWindowFunction.class && type != ProcessAllWindowFunction.class;
                type = type.getSuperclass()) {
            for (var method : type.getDeclaredMethods()) {
                if (method.getName().equals("clear")) {
                    return true;
                }
            }
        }
        return false;
    }
}
