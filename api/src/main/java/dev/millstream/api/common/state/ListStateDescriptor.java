package dev.millstream.api.common.state;

import dev.millstream.api.common.typeinfo.TypeInformation;

/** Describes a {@link ListState}. */
public class ListStateDescriptor<T> extends StateDescriptor<ListState<T>, T> {
    private static final long serialVersionUID = 1L;

    /** Of elements of a class without type parameters. */
    public ListStateDescriptor(String name, Class<T> elementTypeClass) {
        this(name, TypeInformation.of(elementTypeClass));
    }

    /** Of elements of any type. */
    public ListStateDescriptor(String name, TypeInformation<T> elementTypeInfo) {
        super(name, elementTypeInfo);
    }

    @Override
    public Type getType() {
        return Type.LIST;
    }
}
