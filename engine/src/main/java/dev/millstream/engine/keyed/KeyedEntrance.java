package dev.millstream.engine.keyed;

import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.HashedSecondInput;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OneKeyAtATime;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.SecondInput;
import org.jspecify.annotations.Nullable;

/**
 * Before an operator that knows nothing of keys, whose rich function has state by key: sets the key
 * of each record.
 */
public final class KeyedEntrance extends Operator
        implements Output, HashedInput, HashedSecondInput, OneKeyAtATime {
    private final KeyScope scope;
    private final KeyAccess keys1;
    private final KeyAccess keys2;
    private final Operator inner;
    private final Output first;
    private final @Nullable SecondInput second;

    /**
     * @param inner takes records as an {@link Output}, those of a second input as a {@link
     *     SecondInput}
     * @param keys2 of the second input; of the first one if there is no other
     */
    KeyedEntrance(KeyScope scope, KeyAccess keys1, KeyAccess keys2, Operator inner) {
        super(scope.context(), (Output) inner);
        this.scope = scope;
        this.keys1 = keys1;
        this.keys2 = keys2;
        this.inner = inner;
        this.first = (Output) inner;
        this.second = inner instanceof SecondInput two ? two : null;
    }

    @Override
    public void process(Object value, long timestamp) {
        Object key = keys1.keyOf(value);
        scope.enter(key, keys1.hashOf(key));
        first.process(value, timestamp);
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
        first.process(value, timestamp);
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        Object key = keys2.keyOf(value);
        scope.enter(key, keys2.hashOf(key));
        second().processSecond(value, timestamp);
    }

    @Override
    public void processSecondHashed(Object value, long timestamp, int keyHash) {
        Object key = keys2.keyOf(value);
        scope.enter(key, keys2.confirmed(key, keyHash));
        second().processSecond(value, timestamp);
    }

    private SecondInput second() {
        SecondInput input = second;
        if (input == null) {
            throw new IllegalStateException(context().location() + " has one input");
        }
        return input;
    }

    @Override
    public void endKey() {
        scope.state().clear();
    }

    @Override
    public void open() {
        inner.open();
    }

    @Override
    public void endInput() {
        inner.endInput();
    }

    @Override
    public void drain() {
        inner.drain();
    }

    @Override
    public void close() {
        inner.close();
    }
}
