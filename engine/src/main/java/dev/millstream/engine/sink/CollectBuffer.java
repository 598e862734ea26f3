package dev.millstream.engine.sink;

import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The results of one collecting task: its thread adds, the client's requests take. Thread-safe.
 * Bounded: when it is full, the task waits until the client has fetched.
 */
final class CollectBuffer {
    /** Together with {@link #MAX_ANSWER_BYTES} well below any sensible frame size. */
    private static final int MAX_RECORDS = 10_000;

    private static final long MAX_BYTES = 4L << 20;
    private static final long MAX_ANSWER_BYTES = 1L << 20;

    private final Object lock = new Object();
    private final int attempt;
    private final TaskThread producer;
    private final ArrayDeque<Bytes> records = new ArrayDeque<>();

    /** Index of the first record that is still here. */
    private long firstOffset;

    private long heldBytes;

    /** The client has asked for offset 0, so that its offsets are of this attempt. */
    private boolean begun;

    private boolean complete;
    private boolean drained;

    /**
     * @param attempt number of the attempt
     * @param producer signalled when there is room again, and when all was fetched
     */
    CollectBuffer(int attempt, TaskThread producer) {
        this.attempt = attempt;
        this.producer = producer;
    }

    /** Adds a record; false when there is no room. A record larger than the buffer goes alone. */
    boolean offer(Bytes record) {
        synchronized (lock) {
            boolean room =
                    records.isEmpty()
                            || (records.size() < MAX_RECORDS
                                    && heldBytes + record.length() <= MAX_BYTES);
            if (room) {
                records.add(record);
                heldBytes += record.length();
            }
            return room;
        }
    }

    /** No record will be added. */
    void complete() {
        synchronized (lock) {
            complete = true;
        }
    }

    /** Whether the client has been told that it has everything. */
    boolean isDrained() {
        synchronized (lock) {
            return drained;
        }
    }

    CollectedResults fetch(long offset) {
        CollectedResults answer;
        synchronized (lock) {
            begun |= offset == 0;
            boolean known = begun && offset >= firstOffset && offset <= endOffset();
            if (!known) {
                return new CollectedResults(0, List.of(), false, attempt);
            }
            forgetUpTo(offset);
            drained |= complete && records.isEmpty();
            answer = new CollectedResults(offset, firstRecords(), drained, attempt);
        }
        producer.signal();
        return answer;
    }

    private long endOffset() {
        return firstOffset + records.size();
    }

    private void forgetUpTo(long offset) {
        while (firstOffset < offset) {
            heldBytes -= records.remove().length();
            firstOffset++;
        }
    }

    private List<Bytes> firstRecords() {
        List<Bytes> answer = new ArrayList<>();
        long bytes = 0;
        for (Iterator<Bytes> all = records.iterator();
                all.hasNext() && bytes < MAX_ANSWER_BYTES; ) {
            Bytes record = all.next();
            answer.add(record);
            bytes += record.length();
        }
        return answer;
    }
}
