package dev.millstream.engine.timer;

import java.util.Arrays;

/**
 * A binary heap of times with what they stand for. Equal times cost the same however many there
 * are, as nothing moves between equals.
 */
final class NearTimers {
    private long[] times = new long[16];
    private long[] handles = new long[16];
    private int size;

    int size() {
        return size;
    }

    /** The earliest; only if there is any. */
    long earliest() {
        return times[0];
    }

    void add(long time, long handle) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            handles = Arrays.copyOf(handles, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (times[parent] <= time) {
                break;
            }
            times[at] = times[parent];
            handles[at] = handles[parent];
            at = parent;
        }
        times[at] = time;
        handles[at] = handle;
    }

    /** Takes the earliest out; what it stands for. */
    long poll() {
        long result = handles[0];
        size--;
        if (size > 0) {
            sink(times[size], handles[size]);
        }
        if (size < times.length / 8 && size > 1024) {
            times = Arrays.copyOf(times, times.length / 2);
            handles = Arrays.copyOf(handles, handles.length / 2);
        }
        return result;
    }

    private void sink(long time, long handle) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= time) {
                break;
            }
            times[at] = times[child];
            handles[at] = handles[child];
            at = child;
        }
        times[at] = time;
        handles[at] = handle;
    }

    /** All that is in it, in no order. */
    long[] handles() {
        return Arrays.copyOf(handles, size);
    }

    void clear() {
        size = 0;
    }
}
