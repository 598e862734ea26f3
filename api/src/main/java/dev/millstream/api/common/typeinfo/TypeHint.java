package dev.millstream.api.common.typeinfo;

import java.lang.reflect.ParameterizedType;

/** Captures a type with its arguments: {@code new TypeHint<List<String>>() {}}. */
public abstract class TypeHint<T> {
    private final TypeInformation<T> typeInfo;

    /**
     * @throws IllegalStateException if the subclass doesn't say what {@code T} is
     */
    @SuppressWarnings("this-escape") // getClass() is all that is asked of the unfinished object
    protected TypeHint() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parameterized)) {
            throw new IllegalStateException(
                    "A type hint says its type: new TypeHint<List<String>>() {}");
        }
        typeInfo = TypeInformation.ofType(parameterized.getActualTypeArguments()[0]);
    }

    /** The type. */
    public TypeInformation<T> getTypeInfo() {
        return typeInfo;
    }
}
