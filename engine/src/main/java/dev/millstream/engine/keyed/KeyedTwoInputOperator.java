package dev.millstream.engine.keyed;

import dev.millstream.api.common.functions.Function;
import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.HashedSecondInput;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OneKeyAtATime;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.streaming.api.TimeDomain;

/** Any number of records for each record of two inputs and each timer, with state by key. */
public final class KeyedTwoInputOperator extends FunctionOperator
        implements Output, HashedInput, HashedSecondInput, OneKeyAtATime {
    private final KeyScope scope;
    private final KeyedFunction function;
    private final KeyAccess keys1;
    private final KeyAccess keys2;
    private final TimedCollector next;
    private final TimerCalls timers;

    KeyedTwoInputOperator(
            KeyScope scope,
            KeyAccess keys1,
            KeyAccess keys2,
            Function owned,
            KeyedFunction function,
            Outputs outputs) {
        super(scope.context(), owned, outputs.all());
        this.scope = scope;
        this.function = function;
        this.keys1 = keys1;
        this.keys2 = keys2;
        this.next = TimedCollector.of(scope.context(), owned, outputs.main());
        this.timers = new TimerCalls(scope, function, TimeDomain.EVENT_TIME, next);
        scope.timers()
                .onProcessingTime(
                        new TimerCalls(scope, function, TimeDomain.PROCESSING_TIME, next));
    }

    @Override
    public void process(Object value, long timestamp) {
        Object key = keys1.keyOf(value);
        scope.enter(key, keys1.hashOf(key));
        first(value, timestamp);
    }

    @Override
    public void expect(int[] keyHashes, int from, int to) {
        scope.expect(keyHashes, from, to);
    }

    @Override
    public void expectSecond(int[] keyHashes, int from, int to) {
        scope.expect(keyHashes, from, to);
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        Object key = keys1.keyOf(value);
        scope.enter(key, keys1.confirmed(key, keyHash));
        first(value, timestamp);
    }

    private void first(Object value, long timestamp) {
        next.timestamp(timestamp);
        try {
            function.first(value, timestamp, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        Object key = keys2.keyOf(value);
        scope.enter(key, keys2.hashOf(key));
        second(value, timestamp);
    }

    @Override
    public void processSecondHashed(Object value, long timestamp, int keyHash) {
        Object key = keys2.keyOf(value);
        scope.enter(key, keys2.confirmed(key, keyHash));
        second(value, timestamp);
    }

    private void second(Object value, long timestamp) {
        next.timestamp(timestamp);
        try {
            function.second(value, timestamp, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void watermark(long timestamp) {
        scope.timers().advance(timestamp, timers);
        super.watermark(timestamp);
    }

    @Override
    public void endKey() {
        scope.endKey(timers);
    }
}
