package dev.millstream.engine.operator;

import dev.millstream.engine.failure.TaskException;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.value.ValueCopier;
import org.jspecify.annotations.Nullable;

/**
 * At the entrance of an operator: copies what can change, so that neither side sees what the other
 * does to its object later. For records whose classes are deeply immutable it costs a comparison.
 * Belongs to the task's thread.
 */
public final class Isolation {
    private final @Nullable OperatorContext context;
    private final @Nullable ValueCopier copier;

    /** The first classes that came of which no copy is needed; a stream has one to three mostly. */
    private @Nullable Class<?> first;

    private @Nullable Class<?> second;
    private @Nullable Class<?> third;

    private Isolation(@Nullable OperatorContext context, @Nullable ValueCopier copier) {
        this.context = context;
        this.copier = copier;
    }

    /** For an operator that others call. */
    public static Isolation of(OperatorContext context) {
        return new Isolation(context, new ValueCopier(context.scope().serializers()));
    }

    /** For an operator whose records are nobody else's, or where objects are reused. */
    public static Isolation none() {
        return new Isolation(null, null);
    }

    /** The record itself, or a copy of it. */
    public Object of(Object value) {
        if (copier == null || value == null) {
            return value;
        }
        Class<?> type = value.getClass();
        return type == first || type == second || type == third ? value : other(value);
    }

    /** Whether {@link #of} would make a copy: to be used by who may do without one. */
    public boolean copies(Object value) {
        if (copier == null || value == null) {
            return false;
        }
        Class<?> type = value.getClass();
        if (type == first || type == second || type == third) {
            return false;
        }
        return isCopied(type);
    }

    @SuppressWarnings("NullAway") // called with a copier only, and then there is a context
    private boolean isCopied(Class<?> type) {
        try {
            if (copier.isCopied(type)) {
                return true;
            }
        } catch (UnsupportedTypeException e) {
            throw unsupported(e);
        }
        learn(type);
        return false;
    }

    @SuppressWarnings("NullAway") // called with a copier only, and then there is a context
    private Object other(Object value) {
        try {
            if (!copier.isCopied(value.getClass())) {
                learn(value.getClass());
                return value;
            }
            return copier.copy(value);
        } catch (UnsupportedTypeException e) {
            throw unsupported(e);
        }
    }

    @SuppressWarnings("NullAway") // as above
    private TaskException unsupported(UnsupportedTypeException cause) {
        return context.permanentFailure(
                "gets a record that can't be copied, which keeps it apart from the operator"
                        + " that emits it. Make its class one that can, or call"
                        + " enableObjectReuse() if no function keeps or changes records.",
                cause);
    }

    private void learn(Class<?> immutable) {
        if (first == null) {
            first = immutable;
        } else if (second == null) {
            second = immutable;
        } else if (third == null) {
            third = immutable;
        }
    }
}
