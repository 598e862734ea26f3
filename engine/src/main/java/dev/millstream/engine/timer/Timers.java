package dev.millstream.engine.timer;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.table.GroupTable;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.state.table.RowLayout;
import dev.millstream.engine.state.table.StateTable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Timers: at most one for each key and time. What there is stands in a {@link StateTable}, by key
 * group; when it is due is found by a queue beside it that is sorted only as far as needed: the
 * near future in a heap, what is further off in buckets, which are split when they come near and
 * are large (after the hierarchical timing wheels of Varghese and Lauck, 1987, and the ladder queue
 * of Tang, Goh and Thng, 2005). So adding one and taking one back cost the same however many there
 * are. Timers with a namespace have keys that are made of both.
 *
 * <p>Belongs to the task's thread.
 */
public final class Timers {
    /** About half a minute: so many milliseconds a new bucket covers. */
    private static final long BUCKET_MS = 1L << 15;

    private static final int SPLIT_BITS = 5;

    /** A bucket that is larger is split before its timers are sorted. */
    private static final int SPLIT_SIZE = 4096;

    private final StateTable table;
    private final TreeMap<Long, Bucket> buckets = new TreeMap<>();
    private final NearTimers near = new NearTimers();
    private int nearTakenBack;

    /** Timers up to here are in the heap, later ones in buckets. */
    private long nearLast = Long.MIN_VALUE;

    public Timers(KeyGroupRange range, KeyKind keys) {
        this.table = new StateTable(range, new RowLayout(keys, true));
    }

    /** What stands for them in snapshots: rows of key and time. */
    public StateTable table() {
        return table;
    }

    /** How many there are. */
    public long size() {
        return table.size();
    }

    /** How many entries the queue has: those of timers, and of some that were taken back. */
    public long queueLength() {
        return near.size() + buckets.values().stream().mapToLong(Bucket::size).sum();
    }

    /**
     * Adds a timer, unless it is there.
     *
     * @param group the key's, counted from the range's first
     * @param key is kept
     * @return whether it is new
     */
    public boolean add(int group, Object key, int keyHash, long time) {
        GroupTable rows = table.group(group);
        if (rows.find(key, keyHash, time) >= 0) {
            return false;
        }
        enqueue(time, handle(group, rows.add(key, keyHash, time)));
        return true;
    }

    /** Puts what stands in the table into the queue, after a restore. */
    public void enqueueAll() {
        for (int group = 0; group < table.range().count(); group++) {
            GroupTable rows = table.group(group);
            for (int row = rows.nextRow(0); row >= 0; row = rows.nextRow(row + 1)) {
                enqueue(rows.subKey(row), handle(group, row));
            }
        }
    }

    private static long handle(int group, int row) {
        return ((long) group << 32) | row;
    }

    private void enqueue(long time, long handle) {
        if (time <= nearLast) {
            near.add(time, handle);
        } else {
            bucketOf(time).add(handle);
        }
    }

    private Bucket bucketOf(long time) {
        Map.Entry<Long, Bucket> before = buckets.floorEntry(time);
        if (before != null && time <= before.getValue().last) {
            return before.getValue();
        }
        Long after = buckets.higherKey(time);
        long length = BUCKET_MS;
        long first = time & -length;
        while (length > 1
                && (first <= nearLast
                        || (before != null && first <= before.getValue().last)
                        || (after != null && after <= (first | (length - 1))))) {
            length >>>= SPLIT_BITS;
            first = time & -length;
        }
        Bucket made = new Bucket(first, first | (length - 1));
        buckets.put(first, made);
        return made;
    }

    /**
     * Takes a timer back.
     *
     * @return whether it was there
     */
    public boolean remove(int group, Object key, int keyHash, long time) {
        GroupTable rows = table.group(group);
        int row = rows.find(key, keyHash, time);
        if (row < 0) {
            return false;
        }
        rows.remove(row);
        if (time <= nearLast) {
            nearTakenBack++;
            if (nearTakenBack > SPLIT_SIZE && nearTakenBack > near.size() / 2) {
                tidyNear();
            }
        } else {
            Bucket bucket = bucketOf(time);
            if (bucket.takeBack()) {
                bucket.replace(live(bucket.handles(), bucket.first, bucket.last));
            }
        }
        return true;
    }

    private void tidyNear() {
        long[] left = live(near.handles(), Long.MIN_VALUE, nearLast);
        near.clear();
        nearTakenBack = 0;
        for (long handle : left) {
            near.add(timeOf(handle), handle);
        }
    }

    /** Those that were not taken back, each once. */
    private long[] live(long[] handles, long first, long last) {
        Arrays.sort(handles);
        int count = 0;
        for (int i = 0; i < handles.length; i++) {
            boolean again = i > 0 && handles[i] == handles[i - 1];
            if (!again && isLive(handles[i], first, last)) {
                handles[count++] = handles[i];
            }
        }
        return Arrays.copyOf(handles, count);
    }

    private boolean isLive(long handle, long first, long last) {
        GroupTable rows = rows(handle);
        int row = (int) handle;
        return rows.isPresent(row) && rows.subKey(row) >= first && rows.subKey(row) <= last;
    }

    private GroupTable rows(long handle) {
        return table.group((int) (handle >>> 32));
    }

    private long timeOf(long handle) {
        return rows(handle).subKey((int) handle);
    }

    /** No timer is due before this time; {@link Long#MAX_VALUE} if there are none at all. */
    public long earliest() {
        long earliest = near.size() > 0 ? near.earliest() : Long.MAX_VALUE;
        return buckets.isEmpty() ? earliest : Math.min(earliest, buckets.firstKey());
    }

    /**
     * Fires all timers up to a time, in the order of their times, with those that are added
     * meanwhile.
     */
    public void fire(long upTo, TimerTarget target) {
        while (true) {
            if (near.size() > 0 && near.earliest() <= upTo) {
                fireNext(target);
            } else if (!buckets.isEmpty() && buckets.firstKey() <= upTo) {
                comeNear(buckets.pollFirstEntry().getValue());
            } else {
                return;
            }
        }
    }

    private void fireNext(TimerTarget target) {
        long time = near.earliest();
        long handle = near.poll();
        if (!isLive(handle, time, time)) {
            nearTakenBack--;
            return;
        }
        GroupTable rows = rows(handle);
        int row = (int) handle;
        Object key = rows.key(row);
        int hash = rows.keyHash(row);
        rows.remove(row);
        target.onTimer(key, hash, time);
    }

    /** The first bucket's timers are sorted, or distributed among smaller ones if they are many. */
    private void comeNear(Bucket bucket) {
        long[] left = live(bucket.handles(), bucket.first, bucket.last);
        if (left.length <= SPLIT_SIZE || bucket.isOneInstant()) {
            nearLast = bucket.last;
            for (long handle : left) {
                near.add(timeOf(handle), handle);
            }
            return;
        }
        long length = (bucket.last - bucket.first + 1) >>> SPLIT_BITS;
        for (long handle : left) {
            long first = timeOf(handle) & -length;
            buckets.computeIfAbsent(first, start -> new Bucket(start, start | (length - 1)))
                    .add(handle);
        }
    }

    /** Takes all back. */
    public void clear() {
        table.clear();
        buckets.clear();
        near.clear();
        nearTakenBack = 0;
        nearLast = Long.MIN_VALUE;
    }
}
