package dev.millstream.streaming.api.windowing.assigners;

import java.io.Serializable;

/** Tells after which time without another record a record's session ends. */
@FunctionalInterface
public interface SessionWindowTimeGapExtractor<T> extends Serializable {
    /** Milliseconds, positive. */
    long extract(T element);
}
