package dev.millstream.streaming.api.environment;

import dev.millstream.api.common.ExecutionConfig;
import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.dag.Transformation;
import dev.millstream.core.execution.Program;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import dev.millstream.streaming.api.transformations.PartitionTransformation;
import dev.millstream.types.closure.ClosureBytes;
import dev.millstream.types.closure.ClosureException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses programs that can't work, before they are submitted. */
final class ProgramCheck {
    private final Program program;
    private final Set<Transformation<?>> seen = new HashSet<>();

    private ProgramCheck(Program program) {
        this.program = program;
    }

    /**
     * Checks sinks, uids, parallelism, and whether functions can be serialised.
     *
     * @throws InvalidProgramException naming the operator and the line of the program
     */
    static void check(Program program) {
        ProgramCheck check = new ProgramCheck(program);
        check.checkSinks();
        check.checkUids();
        for (OperatorTransformation<?> operator : program.operators()) {
            check.checkParallelism(operator);
            check.checkFunctions(operator);
        }
    }

    private void checkSinks() {
        if (program.operators().isEmpty()) {
            throw new InvalidProgramException(
                    "Program '"
                            + program.jobName()
                            + "' is empty: it has no source and no sink. (After execute() a program"
                            + " starts anew.)");
        }
        for (OperatorTransformation<?> operator : program.operators()) {
            if (operator.getOperation() instanceof Operation.IntoSink<?>
                    || operator.getOperation() instanceof Operation.Collect) {
                return;
            }
        }
        throw new InvalidProgramException(
                "Program '"
                        + program.jobName()
                        + "' has no sink, so nothing would come of it. The last operator is "
                        + program.operators().getLast()
                        + ": end the stream with sinkTo(...), print() or executeAndCollect().");
    }

    private void checkUids() {
        Map<String, OperatorTransformation<?>> byUid = new HashMap<>();
        for (OperatorTransformation<?> operator : program.operators()) {
            operator.getUid()
                    .ifPresent(uid -> {
                        OperatorTransformation<?> other = byUid.put(uid, operator);
                        if (other != null) {
                            throw new InvalidProgramException(
                                    "Two operators have the uid '"
                                            + uid
                                            + "': "
                                            + other
                                            + " and "
                                            + operator
                                            + ". A uid must be unique within its program.");
                        }
                    });
        }
    }

    private void checkParallelism(OperatorTransformation<?> operator) {
        ExecutionConfig config = program.executionConfig();
        int parallelism =
                operator.getParallelism() == Transformation.UNSET_PARALLELISM
                        ? config.getParallelism()
                        : operator.getParallelism();
        int maxParallelism =
                operator.getMaxParallelism() == Transformation.UNSET_PARALLELISM
                        ? config.getMaxParallelism()
                        : operator.getMaxParallelism();
        int limit =
                maxParallelism == Transformation.UNSET_PARALLELISM
                        ? ExecutionConfig.UPPER_BOUND_MAX_PARALLELISM
                        : maxParallelism;
        ParallelismCheck.maxParallelism(operator.toString(), limit);
        if (parallelism == ExecutionConfig.PARALLELISM_DEFAULT) {
            return;
        }
        ParallelismCheck.parallelism(operator.toString(), parallelism);
        if (parallelism > limit) {
            throw new InvalidProgramException(
                    "Operator "
                            + operator
                            + " has parallelism "
                            + parallelism
                            + ", which is above its maximum parallelism of "
                            + limit
                            + ". Lower the one with setParallelism, or raise the other with"
                            + " setMaxParallelism.");
        }
    }

    private void checkFunctions(Transformation<?> node) {
        if (!seen.add(node)) {
            return;
        }
        functions(node).forEach((role, function) -> checkSerializable(node, role, function));
        for (Transformation<?> input : node.getInputs()) {
            if (!(input instanceof OperatorTransformation<?>)) {
                checkFunctions(input);
            }
        }
    }

    private static Map<String, Object> functions(Transformation<?> node) {
        if (node instanceof OperatorTransformation<?> operator) {
            return functions(operator.getOperation());
        }
        return node instanceof PartitionTransformation<?> partition
                ? functions(partition.getPartitioning())
                : Map.of();
    }

    private static Map<String, Object> functions(Operation operation) {
        return switch (operation) {
            case Operation.FromSource<?> from ->
                    roles("source", from.source(), "watermark strategy", from.watermarks());
            case Operation.Map<?, ?> map -> Map.of("function", map.function());
            case Operation.FlatMap<?, ?> flatMap -> Map.of("function", flatMap.function());
            case Operation.Filter<?> filter -> Map.of("function", filter.function());
            case Operation.Process<?, ?> process -> Map.of("function", process.function());
            case Operation.Reduce<?, ?> reduce ->
                    roles("key selector", reduce.key(), "function", reduce.function());
            case Operation.KeyedProcess<?, ?, ?> process -> Map.of("function", process.function());
            case Operation.CoProcess<?, ?, ?> process -> Map.of("function", process.function());
            case Operation.KeyedCoProcess<?, ?, ?, ?> process ->
                    Map.of("function", process.function());
            case Operation.Keyed<?> keyed -> functions(keyed.operation());
            case Operation.CoMap<?, ?, ?> coMap -> Map.of("function", coMap.function());
            case Operation.CoFlatMap<?, ?, ?> coFlatMap -> Map.of("function", coFlatMap.function());
            case Operation.AssignTimestamps<?> assign ->
                    Map.of("watermark strategy", assign.watermarks());
            case Operation.Windowed<?, ?> windows ->
                    roles(
                            "window assigner, trigger, evictor or late output",
                            windows.windowing(),
                            "function",
                            List.of(windows.contents(), windows.result()));
            case Operation.Combine<?, ?> combine -> Map.of("function", combine.function());
            case Operation.WindowedPair<?, ?, ?> windows ->
                    roles(
                            "window assigner, trigger, evictor or late output",
                            windows.windowing(),
                            "function",
                            windows.result());
            case Operation.IntervalJoined<?, ?, ?, ?> join -> Map.of("function", join.function());
            case Operation.IntoSink<?> into -> Map.of("sink", into.sink());
            case Operation.Collect collect -> Map.of();
        };
    }

    private static Map<String, Object> functions(Partitioning partitioning) {
        return switch (partitioning) {
            case Partitioning.Hash<?, ?> hash -> Map.of("key selector", hash.key());
            case Partitioning.Custom<?, ?> custom ->
                    roles("partitioner", custom.partitioner(), "key selector", custom.key());
            case Partitioning.Forward forward -> Map.of();
            case Partitioning.Rebalance rebalance -> Map.of();
            case Partitioning.Rescale rescale -> Map.of();
            case Partitioning.Shuffle shuffle -> Map.of();
            case Partitioning.Broadcast broadcast -> Map.of();
            case Partitioning.Global global -> Map.of();
        };
    }

    private static Map<String, Object> roles(
            String role1, Object function1, String role2, Object function2) {
        Map<String, Object> roles = new LinkedHashMap<>();
        roles.put(role1, function1);
        roles.put(role2, function2);
        return roles;
    }

    private static String describe(Transformation<?> node) {
        return node instanceof PartitionTransformation<?> partition
                ? "the " + partition + " on records of operator " + partition.getInput()
                : "operator " + node;
    }

    private static void checkSerializable(Transformation<?> node, String role, Object function) {
        try {
            ClosureBytes.serialize(function);
        } catch (ClosureException failure) {
            throw new InvalidProgramException(
                    "The "
                            + role
                            + " of "
                            + describe(node)
                            + " can't be sent to where it runs. "
                            + failure.getMessage(),
                    failure);
        }
    }
}
