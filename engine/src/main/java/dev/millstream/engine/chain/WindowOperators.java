package dev.millstream.engine.chain;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.function.TaskFacts;
import dev.millstream.engine.join.IntervalJoinOperator;
import dev.millstream.engine.join.IntervalJoinSetup;
import dev.millstream.engine.join.PairEmitter;
import dev.millstream.engine.join.PairOperator;
import dev.millstream.engine.join.TaggedKey;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.window.CombineOperator;
import dev.millstream.engine.window.Emitter;
import dev.millstream.engine.window.EventTime;
import dev.millstream.engine.window.LateRecords;
import dev.millstream.engine.window.SliceOperator;
import dev.millstream.engine.window.SliceSetup;
import dev.millstream.engine.window.SliceStates;
import dev.millstream.engine.window.UserFunctions;
import dev.millstream.engine.window.WindowStates;
import dev.millstream.engine.window.contents.Contents;
import dev.millstream.engine.window.general.WindowOperator;
import dev.millstream.engine.window.general.WindowSetup;
import dev.millstream.engine.window.general.WindowStore;
import dev.millstream.engine.window.table.Accumulators;
import dev.millstream.streaming.api.functions.co.ProcessJoinFunction;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.TimeGrid;
import dev.millstream.streaming.api.operations.WindowContents;
import dev.millstream.streaming.api.operations.Windowing;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the operators of windows: by slices if they are regular, else the general one. */
@SuppressWarnings("unchecked") // operators take any object and cast in user code
final class WindowOperators {
    private final OperatorContext context;
    private final Isolation isolation;
    private final Outputs outputs;
    private final EventTime eventTime = new EventTime();
    private final WindowParts parts;

    WindowOperators(OperatorContext context, Isolation isolation, Outputs outputs) {
        this.context = context;
        this.isolation = isolation;
        this.outputs = outputs;
        this.parts = new WindowParts(context, eventTime, outputs);
    }

    Operator windows(Operation.Windowed<?, ?> operation) {
        Plan plan =
                new Plan(
                        operation.windowing(),
                        (KeySelector<Object, Object>) operation.key(),
                        operation.contents(),
                        isolation,
                        parts.functions(operation.contents(), operation.result()));
        return windows(
                plan,
                !WindowParts.hearsOfEnds(operation.result()),
                states -> parts.emitter(operation.result(), operation.contents(), states));
    }

    Operator pair(Operation.WindowedPair<?, ?, ?> operation) {
        KeySelector<Object, Object> key =
                new TaggedKey(
                        (KeySelector<Object, Object>) operation.firstKey(),
                        (KeySelector<Object, Object>) operation.secondKey());
        Plan plan =
                new Plan(
                        operation.windowing(),
                        key,
                        new WindowContents.Buffered(),
                        Isolation.none(),
                        new UserFunctions(
                                context, List.of(PairEmitter.functionOf(operation.result()))));
        Operator windows =
                windows(
                        plan,
                        true,
                        states -> new PairEmitter(context, operation.result(), outputs.main()));
        return new PairOperator(context, isolation, windows, outputs);
    }

    /**
     * What an operator of windows is made of.
     *
     * @param windowing which windows
     * @param key of the records
     * @param kept of the records
     * @param isolation between it and what is before it
     * @param functions to be opened and closed
     */
    private record Plan(
            Windowing windowing,
            KeySelector<Object, Object> key,
            WindowContents kept,
            Isolation isolation,
            UserFunctions functions) {}

    private Operator windows(
            Plan plan, boolean slicesSuffice, Function<WindowStates, Emitter> emitter) {
        Optional<TimeGrid> grid =
                slicesSuffice && plan.windowing.isPlain()
                        ? TimeGrid.of(plan.windowing.assigner())
                        : Optional.empty();
        return grid.isPresent() ? slices(plan, grid.get(), emitter) : general(plan, emitter);
    }

    private Operator slices(Plan plan, TimeGrid grid, Function<WindowStates, Emitter> emitter) {
        long latenessMs = plan.windowing.allowedLatenessMs();
        Contents contents = parts.contents(plan.kept, latenessMs > 0);
        Accumulators accumulators = parts.accumulators(contents);
        SliceStates states = new SliceStates();
        SliceSetup setup =
                new SliceSetup(
                        grid,
                        contents,
                        accumulators,
                        parts.loops(contents, accumulators, emitter.apply(states)),
                        grid.isTumbling() || (plan.kept.isMergeable() && grid.isShareable()),
                        states,
                        eventTime,
                        latenessMs,
                        new LateRecords(context, plan.windowing.lateOutput(), outputs),
                        range(),
                        plan.functions);
        return (Operator)
                ClassCopies.create(
                        SliceOperator.class,
                        List.of(plan.key, contents, accumulators),
                        context,
                        plan.key,
                        setup,
                        plan.isolation,
                        outputs);
    }

    private Operator general(Plan plan, Function<WindowStates, Emitter> emitter) {
        Windowing windowing = plan.windowing;
        WindowAssigner<Object, Window> assigner =
                (WindowAssigner<Object, Window>) windowing.assigner();
        Trigger<?, ?> own = windowing.trigger();
        KeyAccess keys = new KeyAccess(context, plan.key);
        WindowStore store = new WindowStore(context, keys, range());
        return new WindowOperator(
                context,
                new WindowSetup(
                        assigner,
                        own == null ? assigner.getDefaultTrigger() : (Trigger<Object, Window>) own,
                        (Evictor<Object, Window>) windowing.evictor(),
                        windowing.allowedLatenessMs(),
                        keys,
                        store,
                        parts.contents(plan.kept, true),
                        emitter.apply(store),
                        eventTime,
                        new LateRecords(context, windowing.lateOutput(), outputs),
                        plan.functions),
                plan.isolation,
                outputs);
    }

    Operator combine(Operation.Combine<?, ?> operation) {
        Accumulators accumulators =
                parts.accumulators(
                        parts.contents(
                                new WindowContents.Aggregated<>(operation.function()), false));
        KeySelector<Object, Object> selector = (KeySelector<Object, Object>) operation.key();
        return (Operator)
                ClassCopies.create(
                        CombineOperator.class,
                        List.of(selector, accumulators, outputs.main()),
                        context,
                        selector,
                        operation.grid(),
                        accumulators,
                        isolation,
                        outputs);
    }

    Operator intervalJoin(Operation.IntervalJoined<?, ?, ?, ?> operation) {
        return new IntervalJoinOperator(
                context,
                new IntervalJoinSetup(
                        new KeyAccess(context, (KeySelector<Object, Object>) operation.leftKey()),
                        new KeyAccess(context, (KeySelector<Object, Object>) operation.rightKey()),
                        operation.lowerMs(),
                        operation.upperMs(),
                        operation.leftLate(),
                        operation.rightLate(),
                        range(),
                        (ProcessJoinFunction<Object, Object, Object>) operation.function()),
                isolation,
                outputs);
    }

    private KeyGroupRange range() {
        TaskFacts facts = context.scope().facts();
        return KeyGroupRange.of(
                facts.getIndexOfThisSubtask(),
                facts.getNumberOfParallelSubtasks(),
                facts.getMaxNumberOfParallelSubtasks());
    }
}
