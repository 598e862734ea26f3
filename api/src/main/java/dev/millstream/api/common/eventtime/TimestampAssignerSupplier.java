package dev.millstream.api.common.eventtime;

import java.io.Serializable;

/** Makes a timestamp assigner in each source task. */
@FunctionalInterface
public interface TimestampAssignerSupplier<T> extends Serializable {
    /** A new assigner. */
    TimestampAssigner<T> createTimestampAssigner(Context context);

    /** What an assigner may use. Reserved for what later versions offer. */
    interface Context {}

    /** A supplier of this one assigner. */
    static <T> TimestampAssignerSupplier<T> of(SerializableTimestampAssigner<T> assigner) {
        return context -> assigner;
    }
}
