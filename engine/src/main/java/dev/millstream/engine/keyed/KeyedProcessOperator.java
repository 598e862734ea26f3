package dev.millstream.engine.keyed;

import dev.millstream.api.common.functions.Function;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OneKeyAtATime;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.streaming.api.TimeDomain;

/** Any number of records for each record and each timer, with state by key. */
public final class KeyedProcessOperator extends FunctionOperator
        implements SelfIsolating, HashedInput, OneKeyAtATime {
    private final KeySelector<Object, Object> selector;
    private final KeyScope scope;
    private final KeyedFunction function;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final TimedCollector next;
    private final TimerCalls timers;

    KeyedProcessOperator(
            KeyScope scope,
            KeySelector<Object, Object> selector,
            Function owned,
            KeyedFunction function,
            Isolation isolation,
            Outputs outputs) {
        super(scope.context(), owned, outputs.all());
        this.selector = selector;
        this.scope = scope;
        this.function = function;
        this.isolation = isolation;
        this.keys = new KeyAccess(scope.context(), selector);
        this.next = TimedCollector.of(scope.context(), owned, outputs.main());
        this.timers = new TimerCalls(scope, function, TimeDomain.EVENT_TIME, next);
        scope.timers()
                .onProcessingTime(
                        new TimerCalls(scope, function, TimeDomain.PROCESSING_TIME, next));
    }

    @Override
    public void process(Object value, long timestamp) {
        Object own = isolation.of(value);
        Object key = keyOf(own);
        scope.enter(key, keys.hashOf(key));
        call(own, timestamp);
    }

    @Override
    public void expect(int[] keyHashes, int from, int to) {
        scope.expect(keyHashes, from, to);
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        Object key = keyOf(value);
        scope.enter(key, keys.confirmed(key, keyHash));
        call(value, timestamp);
    }

    private Object keyOf(Object value) {
        Object key;
        try {
            key = selector.getKey(value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        if (key == null) {
            throw keys.missing();
        }
        return key;
    }

    private void call(Object value, long timestamp) {
        next.timestamp(timestamp);
        try {
            function.first(value, timestamp, next);
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
