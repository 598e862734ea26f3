package dev.millstream.engine.join;

import dev.millstream.api.common.functions.CoGroupFunction;
import dev.millstream.api.common.functions.FlatJoinFunction;
import dev.millstream.api.common.functions.Function;
import dev.millstream.api.common.functions.JoinFunction;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.engine.window.Emitter;
import dev.millstream.streaming.api.datastream.CoGroupedStreams.TaggedUnion;
import dev.millstream.streaming.api.operations.PairResult;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.ArrayList;
import java.util.List;

/** Lets a function emit that sees the records of both streams in a window. */
public final class PairEmitter implements Emitter {
    private final OperatorContext context;
    private final PairResult result;
    private final TimedCollector next;

    public PairEmitter(OperatorContext context, PairResult result, Output next) {
        this.context = context;
        this.result = result;
        this.next = TimedCollector.of(context, functionOf(result), next);
    }

    /** The user's function. */
    public static Function functionOf(PairResult result) {
        return switch (result) {
            case PairResult.CoGrouped<?, ?, ?>(var function) -> function;
            case PairResult.Joined<?, ?, ?>(var function) -> function;
            case PairResult.FlatJoined<?, ?, ?>(var function) -> function;
        };
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // a record of one stream is there
    public void emit(Object key, Window window, Object contents) {
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        for (TaggedUnion<Object, Object> tagged : (List<TaggedUnion<Object, Object>>) contents) {
            if (tagged.isOne()) {
                first.add(tagged.getOne());
            } else {
                second.add(tagged.getTwo());
            }
        }
        next.timestamp(window.maxTimestamp());
        try {
            apply(first, second);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @SuppressWarnings("unchecked") // the program's types were checked when it was written
    private void apply(List<Object> first, List<Object> second) throws Exception {
        switch (result) {
            case PairResult.CoGrouped<?, ?, ?>(var function) ->
                    ((CoGroupFunction<Object, Object, Object>) function)
                            .coGroup(first, second, next);
            case PairResult.Joined<?, ?, ?>(var function) ->
                    join((JoinFunction<Object, Object, Object>) function, first, second);
            case PairResult.FlatJoined<?, ?, ?>(var function) ->
                    join((FlatJoinFunction<Object, Object, Object>) function, first, second);
        }
    }

    private void join(
            JoinFunction<Object, Object, Object> function, List<Object> first, List<Object> second)
            throws Exception {
        for (Object one : first) {
            for (Object two : second) {
                next.collect(function.join(one, two));
            }
        }
    }

    private void join(
            FlatJoinFunction<Object, Object, Object> function,
            List<Object> first,
            List<Object> second)
            throws Exception {
        for (Object one : first) {
            for (Object two : second) {
                function.join(one, two, next);
            }
        }
    }

    @Override
    public void clear(Object key, Window window) {}
}
