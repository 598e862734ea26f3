package dev.millstream.engine.sink;

import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where results wait for the client that fetches them; one for each process. Thread-safe.
 *
 * <p>The client begins at offset 0 and asks again from where it is, until an answer is finished:
 * the offset it names says what it has, so that an answer that got lost is simply asked for again.
 * The last answer is finished and has no records; the task that collects ends with it, not before.
 * When the answers' attempt changes, the client begins anew.
 */
public final class CollectBuffers {
    private final Object lock = new Object();
    private final Map<Key, CollectBuffer> buffers = new TreeMap<>();

    /**
     * What there is from an offset on, perhaps nothing yet. Answers at once.
     *
     * @param offset up to where the client has all records of this attempt
     */
    public CollectedResults fetch(ExecutionAttemptID attempt, String collectId, long offset) {
        CollectBuffer buffer = find(new Key(attempt, collectId));
        return buffer == null
                ? new CollectedResults(0, List.of(), false, attempt.attempt())
                : buffer.fetch(offset);
    }

    /** Whether a task with this attempt collects results of this name here. */
    public boolean contains(ExecutionAttemptID attempt, String collectId) {
        return find(new Key(attempt, collectId)) != null;
    }

    void open(ExecutionAttemptID attempt, String collectId, CollectBuffer buffer) {
        synchronized (lock) {
            buffers.put(new Key(attempt, collectId), buffer);
        }
    }

    void close(ExecutionAttemptID attempt, String collectId) {
        synchronized (lock) {
            buffers.remove(new Key(attempt, collectId));
        }
    }

    private @Nullable CollectBuffer find(Key key) {
        synchronized (lock) {
            return buffers.get(key);
        }
    }

    private record Key(ExecutionAttemptID attempt, String collectId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int first = attempt.compareTo(other.attempt);
            return first != 0 ? first : collectId.compareTo(other.collectId);
        }
    }
}
