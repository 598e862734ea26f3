package dev.millstream.streaming.api.functions.aggregation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record.
 *
 * @param accessors of all components, in order
 * @param constructor the canonical one
 * @param position from 0
 * @param getter reads the component: the accessor by a class of its own, which the JIT inlines
 * @param exchange copies a record with another value; null if only reflection can
 */
record RecordField(
        List<Method> accessors,
        Constructor<?> constructor,
        int position,
        Function<Object, Object> getter,
        @Nullable BinaryOperator<Object> exchange)
        implements Field {
    static RecordField of(Class<?> owner, int position) {
        RecordComponent[] components = owner.getRecordComponents();
        List<Method> accessors = new ArrayList<>();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            Method accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            accessors.add(accessor);
            types[i] = components[i].getType();
        }
        try {
            Constructor<?> constructor = owner.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordField(
                    accessors,
                    constructor,
                    position,
                    ComponentReaders.objects(accessors.get(position)),
                    Exchange.of(owner, accessors, position).orElse(null));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(owner + " lacks its canonical constructor", impossible);
        }
    }

    @Override
    public Class<?> type() {
        return Field.boxed(accessors.get(position).getReturnType());
    }

    @Override
    public Object get(Object owner) throws Exception {
        return Field.present(
                owner.getClass(), accessors.get(position).getName(), getter.apply(owner));
    }

    @Override
    public Object with(Object owner, Object value) throws Exception {
        if (exchange != null) {
            return exchange.apply(owner, value);
        }
        Object[] arguments = new Object[accessors.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == position ? value : ComponentReaders.read(accessors.get(i), owner);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failure) {
            throw ComponentReaders.thrown(failure);
        }
    }

    /** Reads a whole number that is declared as a primitive. */
    Optional<ToLongFunction<Object>> plainNumbers() {
        return ComponentReaders.numbers(accessors.get(position));
    }
}
