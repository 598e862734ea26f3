package dev.millstream.engine.keyed;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.engine.function.TaskFacts;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.keyed.CurrentKey;
import dev.millstream.engine.state.keyed.KeyedState;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.timer.KeyedTimers;
import dev.millstream.engine.timer.TimerTarget;
import dev.millstream.types.value.ValueCopier;

/** What one operator has by key: the current one, its state, its timers. */
public final class KeyScope {
    private final OperatorContext context;
    private final CurrentKey current;
    private final KeyedState state;
    private final KeyedTimers timers;

    /**
     * @param plain the operator's context; {@link #context} is the one that has the state
     * @param keyType what is known of the keys' type
     * @param batch whether the job runs in batch mode
     */
    public KeyScope(OperatorContext plain, TypeInformation<?> keyType, boolean batch) {
        TaskScope task = plain.scope();
        KeyGroupRange range = rangeOf(task);
        KeyKind keys = KeyKind.of(keyType.getTypeClass());
        ValueCopier copier = new ValueCopier(task.serializers());
        this.current = new CurrentKey(range, plain.location());
        this.state = new KeyedState(current, keys, task.serializers(), plain.location());
        this.timers =
                new KeyedTimers(
                        current,
                        keys,
                        copier::copy,
                        task.platform().clock(),
                        batch ? null : task.deadlines());
        this.context = plain.withState(state);
    }

    /** The key groups of a task. */
    static KeyGroupRange rangeOf(TaskScope task) {
        TaskFacts facts = task.facts();
        return KeyGroupRange.of(
                facts.getIndexOfThisSubtask(),
                facts.getNumberOfParallelSubtasks(),
                facts.getMaxNumberOfParallelSubtasks());
    }

    public OperatorContext context() {
        return context;
    }

    public KeyedState state() {
        return state;
    }

    public KeyedTimers timers() {
        return timers;
    }

    /** The key of the record or timer at hand. */
    public Object currentKey() {
        return current.get();
    }

    /** A record or timer of a key is at hand. */
    public void enter(Object key, int keyHash) {
        try {
            current.set(key, keyHash);
        } catch (IllegalStateException e) {
            throw context.permanentFailure("got a record that isn't its.", e);
        }
    }

    /** {@link dev.millstream.engine.operator.HashedInput#expect} */
    void expect(int[] keyHashes, int from, int to) {
        current.expect(keyHashes, from, to);
    }

    /** In batch mode: the current key has no more records. */
    public void endKey(TimerTarget onEventTime) {
        timers.endKey(onEventTime);
        state.clear();
    }
}
