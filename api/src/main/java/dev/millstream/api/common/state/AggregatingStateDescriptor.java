package dev.millstream.api.common.state;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.typeinfo.TypeInformation;

/** Describes an {@link AggregatingState}. */
public class AggregatingStateDescriptor<IN, ACC, OUT>
        extends StateDescriptor<AggregatingState<IN, OUT>, ACC> {
    private static final long serialVersionUID = 1L;

    /** Adds values to an accumulator. */
    private final AggregateFunction<IN, ACC, OUT> aggregateFunction;

    /** With an accumulator of a class without type parameters. */
    public AggregatingStateDescriptor(
            String name, AggregateFunction<IN, ACC, OUT> aggFunction, Class<ACC> stateType) {
        this(name, aggFunction, TypeInformation.of(stateType));
    }

    /** With an accumulator of any type. */
    public AggregatingStateDescriptor(
            String name,
            AggregateFunction<IN, ACC, OUT> aggFunction,
            TypeInformation<ACC> stateType) {
        super(name, stateType);
        this.aggregateFunction = aggFunction;
    }

    /** Adds values to an accumulator. */
    public AggregateFunction<IN, ACC, OUT> getAggregateFunction() {
        return aggregateFunction;
    }

    @Override
    public Type getType() {
        return Type.AGGREGATING;
    }
}
