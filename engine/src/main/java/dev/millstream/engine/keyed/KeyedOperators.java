package dev.millstream.engine.keyed;

import dev.millstream.api.common.functions.Function;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.batch.GroupedKeysOperator;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;
import dev.millstream.streaming.api.functions.co.KeyedCoProcessFunction;
import dev.millstream.streaming.api.operations.Operation;
import java.util.List;
import java.util.function.BiFunction;

/** Makes the operator for a {@link Operation.Keyed}. */
public final class KeyedOperators {
    private final Operation.Keyed<?> keyed;
    private final boolean batch;
    private final Isolation isolation;
    private final Outputs outputs;
    private final KeyScope scope;
    private final SideOutputs sides;

    /**
     * @param batch whether the job runs in batch mode
     */
    public KeyedOperators(
            Operation.Keyed<?> keyed,
            boolean batch,
            OperatorContext context,
            Isolation isolation,
            Outputs outputs) {
        this.keyed = keyed;
        this.batch = batch;
        this.isolation = isolation;
        this.outputs = outputs;
        this.scope = new KeyScope(context, keyed.keyType(), batch);
        this.sides = new SideOutputs(outputs.sides());
    }

    /**
     * Makes it.
     *
     * @param others makes operators that know nothing of keys
     */
    public Operator create(BiFunction<Operation, OperatorContext, Operator> others) {
        Operator operator = streaming(others);
        return batch ? new GroupedKeysOperator(scope.context(), accesses(), operator) : operator;
    }

    @SuppressWarnings("unchecked") // the program's types were checked when it was written
    private Operator streaming(BiFunction<Operation, OperatorContext, Operator> others) {
        return switch (keyed.operation()) {
            case Operation.KeyedProcess<?, ?, ?>(var function) ->
                    oneInput(function, OneInput.class);
            case Operation.Process<?, ?>(var function) -> oneInput(function, PlainOneInput.class);
            case Operation.KeyedCoProcess<?, ?, ?, ?>(var function) ->
                    twoInputs(
                            function,
                            new TwoInputs(
                                    (KeyedCoProcessFunction<Object, Object, Object, Object>)
                                            function,
                                    scope,
                                    sides));
            case Operation.CoProcess<?, ?, ?>(var function) ->
                    twoInputs(
                            function,
                            new PlainTwoInputs(
                                    (CoProcessFunction<Object, Object, Object>) function,
                                    scope,
                                    sides));
            default -> {
                Operator inner = others.apply(keyed.operation(), scope.context());
                List<KeyAccess> keys = accesses();
                yield new KeyedEntrance(scope, keys.getFirst(), keys.getLast(), inner);
            }
        };
    }

    /** The function's call and its operator are of classes of their own, so that they inline. */
    private Operator oneInput(Function function, Class<?> callTemplate) {
        Object call = ClassCopies.create(callTemplate, List.of(function), function, scope, sides);
        return (Operator)
                ClassCopies.create(
                        KeyedProcessOperator.class,
                        List.of(function, selector(0), outputs.main()),
                        scope,
                        selector(0),
                        function,
                        call,
                        isolation,
                        outputs);
    }

    private Operator twoInputs(Function function, KeyedFunction call) {
        List<KeyAccess> keys = accesses();
        return new KeyedTwoInputOperator(
                scope, keys.getFirst(), keys.getLast(), function, call, outputs);
    }

    private List<KeyAccess> accesses() {
        return keyed.keys().stream()
                .map(each -> new KeyAccess(scope.context(), untyped(each)))
                .toList();
    }

    private KeySelector<Object, Object> selector(int input) {
        return untyped(keyed.keys().get(input));
    }

    @SuppressWarnings("unchecked") // the program's types were checked when it was written
    private static KeySelector<Object, Object> untyped(KeySelector<?, ?> selector) {
        return (KeySelector<Object, Object>) selector;
    }
}
