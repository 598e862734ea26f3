package dev.millstream.engine.chain;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.batch.CombineOperator;
import dev.millstream.engine.batch.GroupedReduceOperator;
import dev.millstream.engine.co.CoFlatMapOperator;
import dev.millstream.engine.co.CoMapOperator;
import dev.millstream.engine.fusion.Fusion;
import dev.millstream.engine.fusion.Step;
import dev.millstream.engine.fusion.StepKind;
import dev.millstream.engine.keyed.CoProcessOperator;
import dev.millstream.engine.keyed.KeyedOperators;
import dev.millstream.engine.keyed.ReduceOperator;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.ProcessOperator;
import dev.millstream.engine.sink.CollectBuffers;
import dev.millstream.engine.sink.CollectOperator;
import dev.millstream.engine.sink.SinkOperator;
import dev.millstream.engine.source.SourceLinks;
import dev.millstream.engine.source.SourceOperator;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.graph.chain.ChainNode;
import dev.millstream.graph.chain.Combining;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;
import dev.millstream.streaming.api.operations.Operation;
import java.util.List;

/** Makes the operator for each kind of operation. */
public final class OperatorFactory {
    private final SourceLinks sourceLinks;
    private final CollectBuffers collectBuffers;

    public OperatorFactory(SourceLinks sourceLinks, CollectBuffers collectBuffers) {
        this.sourceLinks = sourceLinks;
        this.collectBuffers = collectBuffers;
    }

    /** The types of records, which the program's compiler has checked, don't exist at run time. */
    @SuppressWarnings("unchecked") // see above: operators take any object and cast in user code
    Operator create(
            ChainNode node,
            boolean batch,
            OperatorContext context,
            Isolation isolation,
            Outputs outputs) {
        return switch (node.operation()) {
            case Operation.FromSource<?>(var source, var watermarks) ->
                    new SourceOperator(
                            context,
                            (Source<Object, SourceSplit, ?>) source,
                            (WatermarkStrategy<Object>) watermarks,
                            batch,
                            sourceLinks,
                            outputs);
            case Operation.Map<?, ?> _, Operation.FlatMap<?, ?> _, Operation.Filter<?> _ ->
                    Fusion.fuse(List.of(step(node, context, isolation)), outputs);
            case Operation.Process<?, ?>(var function) ->
                    (Operator)
                            ClassCopies.create(
                                    ProcessOperator.class,
                                    List.of(function, outputs.main()),
                                    context,
                                    function,
                                    isolation,
                                    outputs);
            case Operation.Reduce<?, ?>(var key, var keyType, var function) ->
                    reduce(
                            (KeySelector<Object, Object>) key,
                            KeyKind.of(keyType.getTypeClass()),
                            (ReduceFunction<Object>) function,
                            batch,
                            context,
                            isolation,
                            outputs);
            case Operation.Keyed<?> keyed -> keyed(node, keyed, batch, context, isolation, outputs);
            case Operation.KeyedProcess<?, ?, ?> _, Operation.KeyedCoProcess<?, ?, ?, ?> _ ->
                    throw context.permanentFailure("needs a keyed stream: call keyBy first.", null);
            case Operation.CoProcess<?, ?, ?>(var function) ->
                    new CoProcessOperator(
                            context, (CoProcessFunction<Object, Object, Object>) function, outputs);
            case Operation.CoMap<?, ?, ?>(var function) ->
                    new CoMapOperator(
                            context, (CoMapFunction<Object, Object, Object>) function, outputs);
            case Operation.CoFlatMap<?, ?, ?>(var function) ->
                    new CoFlatMapOperator(
                            context, (CoFlatMapFunction<Object, Object, Object>) function, outputs);
            case Operation.AssignTimestamps<?> _,
                    Operation.Windowed<?, ?> _,
                    Operation.Combine<?, ?> _,
                    Operation.WindowedPair<?, ?, ?> _,
                    Operation.IntervalJoined<?, ?, ?, ?> _ ->
                    TimeOperators.create(
                            node.operation(), batch, context, sourceLinks, isolation, outputs);
            case Operation.IntoSink<?>(var sink) ->
                    (Operator)
                            ClassCopies.create(
                                    SinkOperator.class,
                                    List.of(sink),
                                    context,
                                    node.id().toString(),
                                    sink,
                                    isolation,
                                    outputs);
            case Operation.Collect(var collectId) ->
                    new CollectOperator(context, collectBuffers, collectId, outputs);
        };
    }

    private Operator keyed(
            ChainNode node,
            Operation.Keyed<?> keyed,
            boolean batch,
            OperatorContext context,
            Isolation isolation,
            Outputs outputs) {
        return new KeyedOperators(keyed, batch, context, isolation, outputs)
                .create((operation, withState) ->
                        create(
                                new ChainNode(
                                        node.id(),
                                        node.name(),
                                        operation,
                                        node.inputs(),
                                        node.outputs()),
                                batch,
                                withState,
                                isolation,
                                outputs));
    }

    /** A stateless operator, as it is fused with others. */
    static Step step(ChainNode node, OperatorContext context, Isolation isolation) {
        return switch (node.operation()) {
            case Operation.Map<?, ?>(var function) ->
                    new Step(StepKind.MAP, context, function, isolation);
            case Operation.FlatMap<?, ?>(var function) ->
                    new Step(StepKind.FLAT_MAP, context, function, isolation);
            case Operation.Filter<?>(var function) ->
                    new Step(StepKind.FILTER, context, function, isolation);
            default -> throw new IllegalArgumentException("Not stateless: " + node.operation());
        };
    }

    private static Operator reduce(
            KeySelector<Object, Object> key,
            KeyKind keys,
            ReduceFunction<Object> function,
            boolean batch,
            OperatorContext context,
            Isolation isolation,
            Outputs outputs) {
        if (function instanceof Combining<Object>(var aggregate)) {
            return (Operator)
                    ClassCopies.create(
                            CombineOperator.class,
                            List.of(aggregate, key, outputs.main()),
                            context,
                            key,
                            aggregate,
                            isolation,
                            outputs);
        }
        if (batch) {
            return (Operator)
                    ClassCopies.create(
                            GroupedReduceOperator.class,
                            List.of(function, key, outputs.main()),
                            context,
                            key,
                            function,
                            isolation,
                            outputs);
        }
        return (Operator)
                ClassCopies.create(
                        ReduceOperator.class,
                        List.of(function, key, outputs.main()),
                        context,
                        key,
                        keys,
                        function,
                        isolation,
                        outputs);
    }
}
