package dev.millstream.engine.operator;

import dev.millstream.engine.failure.TaskException;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.value.ValueCopier;
import org.jspecify.annotations.Nullable;

/**
 * At the entrance of an operator: copies what can change, so that neither side sees what the other
 * does to its object later. For records whose classes are deeply immutable it costs a comparison.
 * Belongs to the task's thread.
 *
 * <p>What is to be done is found out for a record's class, without the record itself: the JIT can't
 * do away with an object that is given to code which it doesn't inline, even if that seldom runs.
 */
public final class Isolation {
    private final @Nullable OperatorContext context;
    private final @Nullable ValueCopier copier;

    /** The first classes that came; a stream has one to three mostly. */
    private @Nullable Class<?> first;

    private @Nullable Class<?> second;
    private @Nullable Class<?> third;
    private @Nullable Serializer<Object> firstCopying;
    private @Nullable Serializer<Object> secondCopying;
    private @Nullable Serializer<Object> thirdCopying;

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

    /** Whether it ever makes a copy. */
    public boolean isNeeded() {
        return copier != null;
    }

    /** The record itself, or a copy of it. */
    public Object of(Object value) {
        if (copier == null || value == null) {
            return value;
        }
        return copying(value.getClass()) == null ? value : copy(value);
    }

    /** Whether {@link #of} would make a copy: to be used by who may do without one. */
    public boolean copies(Object value) {
        return copier != null && value != null && copying(value.getClass()) != null;
    }

    /** What copies records of a class; null if they are passed on as they are. */
    public @Nullable Serializer<Object> copying(Class<?> type) {
        return type == first ? firstCopying : copyingOther(type);
    }

    private @Nullable Serializer<Object> copyingOther(Class<?> type) {
        if (type == second) {
            return secondCopying;
        }
        return type == third ? thirdCopying : learned(type);
    }

    private @Nullable Serializer<Object> learned(Class<?> type) {
        if (copier == null) {
            return null;
        }
        Serializer<Object> copying;
        try {
            copying = copier.copying(type);
        } catch (UnsupportedTypeException e) {
            throw failed(e);
        }
        if (first == null) {
            first = type;
            firstCopying = copying;
        } else if (second == null) {
            second = type;
            secondCopying = copying;
        } else if (third == null) {
            third = type;
            thirdCopying = copying;
        }
        return copying;
    }

    /** A copy of a record of a class that {@link #copying} copies. */
    @SuppressWarnings("NullAway") // called with a copier only
    public Object copy(Object value) {
        try {
            return copier.copy(value);
        } catch (UnsupportedTypeException e) {
            throw failed(e);
        }
    }

    @SuppressWarnings("NullAway") // where there is a copier there is a context
    private TaskException failed(UnsupportedTypeException e) {
        return context.permanentFailure(
                "gets a record that can't be copied, which keeps it apart from the operator"
                        + " that emits it. Make its class one that can, or call"
                        + " enableObjectReuse() if no function keeps or changes records.",
                e);
    }
}
