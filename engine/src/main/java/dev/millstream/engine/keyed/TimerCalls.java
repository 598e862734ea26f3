package dev.millstream.engine.keyed;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.engine.timer.TimerTarget;
import dev.millstream.streaming.api.TimeDomain;

/** Calls a function's {@code onTimer} for the timers of one domain. */
final class TimerCalls implements TimerTarget {
    private final KeyScope scope;
    private final KeyedFunction function;
    private final TimeDomain domain;
    private final TimedCollector next;

    TimerCalls(KeyScope scope, KeyedFunction function, TimeDomain domain, TimedCollector next) {
        this.scope = scope;
        this.function = function;
        this.domain = domain;
        this.next = next;
    }

    @Override
    public void onTimer(Object key, int keyHash, long time) {
        OperatorContext context = scope.context();
        context.scope().ending().check();
        scope.enter(key, keyHash);
        next.timestamp(domain == TimeDomain.EVENT_TIME ? time : Output.NO_TIMESTAMP);
        try {
            function.timer(time, domain, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }
}
