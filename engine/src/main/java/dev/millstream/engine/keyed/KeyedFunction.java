package dev.millstream.engine.keyed;

import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.util.Collector;

/** A process function of any kind, seen alike. */
interface KeyedFunction {
    /** A record of the first input. */
    void first(Object value, long timestamp, Collector<Object> out) throws Exception;

    /** A record of the second input. */
    void second(Object value, long timestamp, Collector<Object> out) throws Exception;

    /** A timer. */
    void timer(long time, TimeDomain domain, Collector<Object> out) throws Exception;
}
