package dev.millstream.engine.join;

import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.HashedSecondInput;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.engine.window.EventTime;
import dev.millstream.engine.window.LateRecords;
import dev.millstream.engine.window.MissingTime;
import dev.millstream.engine.window.UserFunctions;
import dev.millstream.streaming.api.functions.co.ProcessJoinFunction;
import dev.millstream.util.OutputTag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs each record with those of the other side and the same key whose timestamps are at the right
 * distance, as soon as both have come. A record is dropped once event time says that none will come
 * for it.
 */
public final class IntervalJoinOperator extends Operator
        implements SelfIsolating, HashedInput, HashedSecondInput {
    private final IntervalJoinSetup setup;
    private final Isolation isolation;
    private final ProcessJoinFunction<Object, Object, Object> function;
    private final TimedCollector next;
    private final Pair pair;
    private final EventTime eventTime = new EventTime();
    private final MissingTime missing;
    private final LateRecords lateLeft;
    private final LateRecords lateRight;
    private final UserFunctions functions;

    /** Looked up only. */
    private final Map<Object, JoinedKey> keys = new HashMap<>();

    private final Expiries expiries = new Expiries();

    public IntervalJoinOperator(
            OperatorContext context,
            IntervalJoinSetup setup,
            Isolation isolation,
            Outputs outputs) {
        super(context, outputs.all());
        this.setup = setup;
        this.isolation = isolation;
        this.function = setup.function();
        this.next = TimedCollector.of(context, function, outputs.main());
        this.pair = new Pair(function, outputs.sides());
        this.missing = new MissingTime(context, eventTime);
        this.lateLeft = new LateRecords(context, setup.leftLate(), outputs);
        this.lateRight = new LateRecords(context, setup.rightLate(), outputs);
        this.functions = new UserFunctions(context, List.of(function));
    }

    /** What the function is told of a pair. */
    private static final class Pair extends ProcessJoinFunction<Object, Object, Object>.Context {
        private final Map<String, Output> sides;
        private long left;
        private long right;

        Pair(ProcessJoinFunction<Object, Object, Object> function, Map<String, Output> sides) {
            function.super();
            this.sides = sides;
        }

        @Override
        public long getLeftTimestamp() {
            return left;
        }

        @Override
        public long getRightTimestamp() {
            return right;
        }

        @Override
        public long getTimestamp() {
            return Math.max(left, right);
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            Output side = sides.get(outputTag.getId());
            if (side != null) {
                side.process(value, getTimestamp());
            }
        }
    }

    @Override
    public void open() {
        functions.open(context().scope().runtime());
    }

    @Override
    public void process(Object value, long timestamp) {
        Object own = isolation.of(value);
        Object key = setup.leftKeys().keyOf(own);
        addLeft(own, timestamp, key, setup.leftKeys().hashOf(key));
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        Object own = isolation.of(value);
        Object key = setup.rightKeys().keyOf(own);
        addRight(own, timestamp, key, setup.rightKeys().hashOf(key));
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        Object key = setup.leftKeys().keyOf(value);
        addLeft(value, timestamp, key, setup.leftKeys().confirmed(key, keyHash));
    }

    @Override
    public void processSecondHashed(Object value, long timestamp, int keyHash) {
        Object key = setup.rightKeys().keyOf(value);
        addRight(value, timestamp, key, setup.rightKeys().confirmed(key, keyHash));
    }

    private void addLeft(Object value, long timestamp, Object key, int hash) {
        if (isLate(timestamp)) {
            lateLeft.late(value, timestamp, eventTime.getAsLong());
            return;
        }
        JoinedKey known = known(key, hash, setup.leftKeys());
        if (known.left.add(timestamp, value)) {
            expiries.add(timestamp + Math.max(0, setup.upperMs()), known, true, timestamp);
        }
        for (Map.Entry<Long, List<Object>> others :
                known.right.between(timestamp + setup.lowerMs(), timestamp + setup.upperMs())) {
            for (Object other : others.getValue()) {
                emit(value, timestamp, other, others.getKey());
            }
        }
    }

    private void addRight(Object value, long timestamp, Object key, int hash) {
        if (isLate(timestamp)) {
            lateRight.late(value, timestamp, eventTime.getAsLong());
            return;
        }
        JoinedKey known = known(key, hash, setup.rightKeys());
        if (known.right.add(timestamp, value)) {
            expiries.add(timestamp + Math.max(0, -setup.lowerMs()), known, false, timestamp);
        }
        for (Map.Entry<Long, List<Object>> others :
                known.left.between(timestamp - setup.upperMs(), timestamp - setup.lowerMs())) {
            for (Object other : others.getValue()) {
                emit(other, others.getKey(), value, timestamp);
            }
        }
    }

    private boolean isLate(long timestamp) {
        if (timestamp == NO_TIMESTAMP) {
            throw missing.noTimestamp();
        }
        return timestamp < eventTime.getAsLong();
    }

    private JoinedKey known(Object key, int hash, KeyAccess access) {
        JoinedKey known = keys.get(key);
        if (known == null) {
            try {
                setup.range().indexOf(key, hash);
            } catch (IllegalStateException e) {
                throw context().permanentFailure("got a record that isn't its.", e);
            }
            known = new JoinedKey(access.kept(key));
            keys.put(known.key, known);
        }
        return known;
    }

    private void emit(Object left, long leftTimestamp, Object right, long rightTimestamp) {
        pair.left = leftTimestamp;
        pair.right = rightTimestamp;
        next.timestamp(pair.getTimestamp());
        try {
            function.processElement(left, right, pair, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void watermark(long timestamp) {
        eventTime.advance(timestamp);
        Expiries.Expiry expired = expiries.before(timestamp);
        while (expired != null) {
            JoinedKey key = expired.key();
            (expired.left() ? key.left : key.right).remove(expired.timestamp());
            if (key.left.isEmpty() && key.right.isEmpty()) {
                keys.remove(key.key);
            }
            expired = expiries.before(timestamp);
        }
        super.watermark(timestamp);
    }

    @Override
    public void close() {
        functions.close();
    }
}
