package dev.millstream.streaming.api.functions.aggregation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A component of a record.
 *
 * @param accessors of all components, in order
 * @param constructor the canonical one
 * @param position from 0
 */
record RecordField(List<Method> accessors, Constructor<?> constructor, int position)
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
            return new RecordField(accessors, constructor, position);
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
                owner.getClass(),
                accessors.get(position).getName(),
                read(accessors.get(position), owner));
    }

    @Override
    public Object with(Object owner, Object value) throws Exception {
        Object[] arguments = new Object[accessors.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == position ? value : read(accessors.get(i), owner);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failure) {
            throw thrown(failure);
        }
    }

    private static Object read(Method accessor, Object owner) throws Exception {
        try {
            return accessor.invoke(owner);
        } catch (InvocationTargetException failure) {
            throw thrown(failure);
        }
    }

    /** What the user's code has thrown. */
    private static Exception thrown(InvocationTargetException failure) {
        return failure.getCause() instanceof Exception cause ? cause : failure;
    }
}
