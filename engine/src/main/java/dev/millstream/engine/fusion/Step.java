package dev.millstream.engine.fusion;

import dev.millstream.api.common.functions.Function;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.types.value.Immutability;
import java.util.Objects;

/**
 * One stateless operator.
 *
 * @param kind what it does with its function
 * @param context its own
 * @param function a {@link StepKind#function}
 * @param isolation of what it is given
 */
public record Step(StepKind kind, OperatorContext context, Function function, Isolation isolation) {
    /**
     * What the step's code depends on.
     *
     * @param owner whose class the code lives as long as
     */
    StepShape shape(Object owner) {
        return new StepShape(kind, isIsolated(), isConstant(owner));
    }

    /** Whether a record may have to be copied: not if it is certain that its class can't change. */
    boolean isIsolated() {
        return kind != StepKind.FILTER
                && isolation.isNeeded()
                && !Immutability.isDeeplyImmutable(Argument.typeOf(kind, function));
    }

    /** A lambda that has captured nothing is as good as any other one of its class. */
    private boolean isConstant(Object owner) {
        Class<?> type = function.getClass();
        return type.isHidden()
                && type.isSynthetic()
                && type.getDeclaredFields().length == 0
                && Objects.equals(type.getClassLoader(), owner.getClass().getClassLoader());
    }
}
