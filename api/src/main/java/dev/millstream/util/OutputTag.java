package dev.millstream.util;

import dev.millstream.api.common.typeinfo.TypeInformation;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;

/**
 * Names a side output: a second stream that an operator emits. Two tags with one id are the same
 * tag.
 *
 * <p>The type is found when the tag is made as an anonymous subclass, {@code new
 * OutputTag<String>("late") {}}; otherwise it is learned from the records.
 */
public class OutputTag<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Names the output within its operator. */
    private final String id;

    /** Of its records, as far as it is known. */
    private final TypeInformation<T> typeInfo;

    /**
     * @param id not empty
     */
    @SuppressWarnings("this-escape") // getClass() is all that is asked of the unfinished object
    public OutputTag(String id) {
        this.id = checkId(id);
        this.typeInfo =
                getClass().getGenericSuperclass() instanceof ParameterizedType parameterized
                        ? TypeInformation.ofType(parameterized.getActualTypeArguments()[0])
                        : TypeInformation.unknown();
    }

    /**
     * @param id not empty
     * @param typeInfo of its records
     */
    public OutputTag(String id, TypeInformation<T> typeInfo) {
        this.id = checkId(id);
        this.typeInfo = typeInfo;
    }

    private static String checkId(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("The id of an output tag must not be empty");
        }
        return id;
    }

    /** Names the output within its operator. */
    public String getId() {
        return id;
    }

    /** Of its records, as far as it is known. */
    public TypeInformation<T> getTypeInfo() {
        return typeInfo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutputTag<?> that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "OutputTag(" + id + ")";
    }
}
