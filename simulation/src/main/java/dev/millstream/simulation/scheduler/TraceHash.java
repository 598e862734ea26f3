package dev.millstream.simulation.scheduler;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A rolling 64-bit hash over everything that happens in a run, in order. */
public final class TraceHash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long value = GOLDEN;

    void add(EventKind kind, String name, long timeNs, long detail) {
        long hash = mix(value, kind.name().hashCode());
        hash = mix(hash, name.hashCode());
        hash = mix(hash, timeNs);
        value = mix(hash, detail);
    }

    long value() {
        return value;
    }

    /** One round of the finisher of SplitMix64 (Steele, Lea, Flood 2014) over both numbers. */
    static long mix(long hash, long number) {
        long mixed = (hash ^ number) + GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Checksum of a frame, from position to limit; leaves the buffer as it was. */
    public static long ofBytes(ByteBuffer frame) {
        CRC32C checksum = new CRC32C();
        checksum.update(frame.duplicate());
        return checksum.getValue() << 32 | frame.remaining();
    }
}
