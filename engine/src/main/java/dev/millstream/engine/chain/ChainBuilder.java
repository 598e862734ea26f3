package dev.millstream.engine.chain;

import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.engine.failure.EngineException;
import dev.millstream.engine.fusion.Fusion;
import dev.millstream.engine.fusion.Step;
import dev.millstream.engine.operator.CopyingOutput;
import dev.millstream.engine.operator.FanOut;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.NoOutput;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.ResultOutput;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.graph.chain.ChainDescriptor;
import dev.millstream.graph.chain.ChainNode;
import dev.millstream.graph.chain.ChainOutput;
import dev.millstream.types.value.ValueCopier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds the operators of a chain back to front, so that each gets the one that follows it. */
public final class ChainBuilder {
    private final ChainDescriptor descriptor;
    private final TaskScope scope;
    private final List<ResultPartition> results;
    private final OperatorFactory factory;

    /** By index, that of its first operator if it is of several. */
    private final Map<Integer, Operator> built = new TreeMap<>();

    private final List<RecordWriter> writers = new ArrayList<>();

    /**
     * @param results the task's, in order
     */
    public ChainBuilder(
            ChainDescriptor descriptor,
            TaskScope scope,
            List<ResultPartition> results,
            OperatorFactory factory) {
        this.descriptor = descriptor;
        this.scope = scope;
        this.results = results;
        this.factory = factory;
    }

    public Chain build() {
        List<ChainNode> nodes = descriptor.nodes();
        List<Operator> operators = new ArrayList<>(nodes.size());
        StatelessRuns runs = new StatelessRuns(nodes);
        Set<Integer> fused = new TreeSet<>();
        for (int index = nodes.size() - 1; index >= 0; index--) {
            if (!fused.contains(index)) {
                List<Integer> run = runs.endingWith(index);
                Operator operator = run.isEmpty() ? single(index) : fused(run);
                fused.addAll(run);
                built.put(run.isEmpty() ? index : run.getFirst(), operator);
                operators.add(operator);
            }
        }
        Collections.reverse(operators);
        return new Chain(operators, writers, nodes.getFirst().inputs());
    }

    private Operator single(int index) {
        ChainNode node = descriptor.nodes().get(index);
        OperatorContext context = context(node);
        return factory.create(
                node,
                descriptor.batch(),
                context,
                isolation(index, context),
                outputs(node, context));
    }

    private Operator fused(List<Integer> run) {
        List<Step> steps = new ArrayList<>(run.size());
        for (int index : run) {
            ChainNode node = descriptor.nodes().get(index);
            OperatorContext context = context(node);
            steps.add(OperatorFactory.step(node, context, isolation(index, context)));
        }
        ChainNode last = descriptor.nodes().get(run.getLast());
        return Fusion.fuse(steps, outputs(last, steps.getLast().context()));
    }

    private OperatorContext context(ChainNode node) {
        return OperatorContext.of(scope, OperationKind.of(node.operation()), node.name());
    }

    private Isolation isolation(int index, OperatorContext context) {
        boolean own = index == 0 || descriptor.objectReuse();
        return own ? Isolation.none() : Isolation.of(context);
    }

    private Outputs outputs(ChainNode node, OperatorContext context) {
        List<Output> main = new ArrayList<>();
        Map<String, List<Output>> sides = new TreeMap<>();
        List<Output> all = new ArrayList<>();
        for (ChainOutput each : node.outputs()) {
            Output output = output(each, context);
            all.add(output);
            each.sideOutput()
                    .map(tag -> sides.computeIfAbsent(tag, absent -> new ArrayList<>()))
                    .orElse(main)
                    .add(output);
        }
        Map<String, Output> joinedSides = new TreeMap<>();
        sides.forEach((tag, outputs) -> joinedSides.put(tag, joined(outputs)));
        return new Outputs(joined(main), joinedSides, joined(all));
    }

    private static Output joined(List<Output> outputs) {
        return switch (outputs.size()) {
            case 0 -> NoOutput.INSTANCE;
            case 1 -> outputs.getFirst();
            default -> new FanOut(outputs);
        };
    }

    private Output output(ChainOutput output, OperatorContext context) {
        return switch (output) {
            case ChainOutput.ToNode next -> toNode(next.node(), context);
            case ChainOutput.ToResult result -> toResult(result, context);
        };
    }

    private Output toNode(int index, OperatorContext context) {
        if (!(built.get(index) instanceof Output next)) {
            throw EngineException.permanent(
                    "The chain is malformed: operator " + index + " can't follow another.", null);
        }
        boolean shared = descriptor.objectReuse() || next instanceof SelfIsolating;
        return shared
                ? next
                : (Output)
                        ClassCopies.create(
                                CopyingOutput.class,
                                List.of(next),
                                context,
                                new ValueCopier(scope.serializers()),
                                next);
    }

    private Output toResult(ChainOutput.ToResult result, OperatorContext context) {
        RecordWriter writer =
                results.get(result.result()).writer(result.partitioning(), result.maxParallelism());
        writers.add(writer);
        return (Output) ClassCopies.create(ResultOutput.class, List.of(writer), context, writer);
    }
}
