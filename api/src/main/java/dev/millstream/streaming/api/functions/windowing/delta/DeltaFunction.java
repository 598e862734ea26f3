package dev.millstream.streaming.api.functions.windowing.delta;

import java.io.Serializable;

/** Tells how much two records differ. */
@FunctionalInterface
public interface DeltaFunction<DATA> extends Serializable {
    /** The difference between two records. */
    double getDelta(DATA oldDataPoint, DATA newDataPoint);
}
