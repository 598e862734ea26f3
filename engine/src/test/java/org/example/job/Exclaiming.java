package org.example.job;

import dev.millstream.api.common.functions.MapFunction;
import java.util.function.Supplier;

/** A job's class with a lambda that captures nothing; tests load it once for each job. */
public final class Exclaiming implements Supplier<MapFunction<Object, Object>> {
    @Override
    public MapFunction<Object, Object> get() {
        return value -> value + "!";
    }
}
