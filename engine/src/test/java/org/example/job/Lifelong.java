package org.example.job;

import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.accumulators.ListAccumulator;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichMapFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a protocol of its life, for one test at a time. */
public final class Lifelong extends RichMapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;

    /** All that functions of this class have lived through. */
    public static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    private final String name;
    private final String failsIn;
    private transient @Nullable IntCounter counter;

    /**
     * One of these.
     *
     * @param failsIn the method that throws; empty for none
     */
    public Lifelong(String name, String failsIn) {
        this.name = name;
        this.failsIn = failsIn;
    }

    private void log(String what) {
        LOG.add(name + " " + what);
        if (what.equals(failsIn)) {
            throw new IllegalStateException(name + " fails in " + what);
        }
    }

    @Override
    public void open(OpenContext openContext) {
        log("open");
        IntCounter made = new IntCounter();
        getRuntimeContext().addAccumulator("count of " + name, made);
        getRuntimeContext().addAccumulator("seen by " + name, new ListAccumulator<Long>());
        counter = made;
    }

    @Override
    public Long map(Long value) {
        log("map");
        if (counter != null) {
            counter.add(1);
        }
        getRuntimeContext().getLongCounter("shared").add(value);
        var seen = getRuntimeContext().<Long, ArrayList<Long>>getAccumulator("seen by " + name);
        if (seen != null) {
            seen.add(value);
        }
        return value;
    }

    @Override
    public void close() {
        log("close");
    }
}
