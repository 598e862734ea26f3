package dev.millstream.engine.timer;

import java.util.Arrays;

/** Timers of one stretch of time, in no order. Some of them may have been taken back. */
final class Bucket {
    final long first;
    final long last;
    private long[] handles = new long[8];
    private int size;
    private int takenBack;

    /**
     * @param last its length is a power of two
     */
    Bucket(long first, long last) {
        this.first = first;
        this.last = last;
    }

    boolean isOneInstant() {
        return first == last;
    }

    int size() {
        return size;
    }

    void add(long handle) {
        if (size == handles.length) {
            handles = Arrays.copyOf(handles, 2 * size);
        }
        handles[size++] = handle;
    }

    /** One of them was taken back; whether it is time to sort such out. */
    boolean takeBack() {
        takenBack++;
        return takenBack > 64 && takenBack > size / 2;
    }

    long[] handles() {
        return Arrays.copyOf(handles, size);
    }

    void replace(long[] left) {
        handles = left.length == 0 ? new long[8] : left;
        size = left.length;
        takenBack = 0;
    }
}
