package dev.millstream.api.common.accumulators;

import java.io.Serializable;

/** An accumulator whose result is of the type that is added. */
public interface SimpleAccumulator<T extends Serializable> extends Accumulator<T, T> {}
