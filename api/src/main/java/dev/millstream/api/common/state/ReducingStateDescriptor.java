package dev.millstream.api.common.state;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.typeinfo.TypeInformation;

/** Describes a {@link ReducingState}. */
public class ReducingStateDescriptor<T> extends StateDescriptor<ReducingState<T>, T> {
    private static final long serialVersionUID = 1L;

    /** Combines two values. */
    private final ReduceFunction<T> reduceFunction;

    /** Of values of a class without type parameters. */
    public ReducingStateDescriptor(
            String name, ReduceFunction<T> reduceFunction, Class<T> typeClass) {
        this(name, reduceFunction, TypeInformation.of(typeClass));
    }

    /** Of values of any type. */
    public ReducingStateDescriptor(
            String name, ReduceFunction<T> reduceFunction, TypeInformation<T> typeInfo) {
        super(name, typeInfo);
        this.reduceFunction = reduceFunction;
    }

    /** Combines two values. */
    public ReduceFunction<T> getReduceFunction() {
        return reduceFunction;
    }

    @Override
    public Type getType() {
        return Type.REDUCING;
    }
}
