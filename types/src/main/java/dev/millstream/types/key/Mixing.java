package dev.millstream.types.key;

/** Spreads bits. From MurmurHash3 (Appleby 2011, public domain): its final mix and its step. */
final class Mixing {
    private Mixing() {}

    static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    static int mix(long value) {
        return step(mix((int) value), (int) (value >>> 32));
    }

    /** Adds a hash to those of what came before, whose order counts. */
    static int step(int sum, int hash) {
        return Integer.rotateLeft(sum ^ mix(hash), 13) * 5 + 0xE6546B64;
    }
}
