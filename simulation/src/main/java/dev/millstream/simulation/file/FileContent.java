package dev.millstream.simulation.file;

import java.util.Arrays;

/** The bytes of a file, of which a prefix is known to survive a crash. */
final class FileContent implements Entry {
    private byte[] bytes = new byte[0];
    private int length;
    private int syncedLength;
    private long modifiedMs;

    void append(byte[] source, int offset, int count, long nowMs) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(64, 2 * (length + count)));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        modifiedMs = nowMs;
    }

    int read(long position, byte[] target, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        if (position >= length) {
            return -1;
        }
        int available = (int) Math.min(count, length - position);
        System.arraycopy(bytes, (int) position, target, offset, available);
        return available;
    }

    void sync() {
        syncedLength = length;
    }

    /** What a crash leaves: at least what was synced. */
    void truncate(int newLength) {
        length = newLength;
        syncedLength = newLength;
    }

    int syncedLength() {
        return syncedLength;
    }

    int length() {
        return length;
    }

    @Override
    public long modifiedMs() {
        return modifiedMs;
    }
}
