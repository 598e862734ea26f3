package dev.millstream.cluster.entrypoint;

/** The last bytes of what is added to it. Thread-safe. */
final class TailBuffer {
    private final byte[] ring;

    /** Of all bytes that were added; guarded by this. */
    private long count;

    TailBuffer(int maxBytes) {
        this.ring = new byte[maxBytes];
    }

    synchronized void add(byte[] bytes, int length) {
        for (int i = Math.max(0, length - ring.length); i < length; i++) {
            ring[(int) ((count + i) % ring.length)] = bytes[i];
        }
        count += length;
    }

    /** The oldest first. */
    synchronized byte[] content() {
        int length = (int) Math.min(count, ring.length);
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = ring[(int) ((count - length + i) % ring.length)];
        }
        return content;
    }
}
