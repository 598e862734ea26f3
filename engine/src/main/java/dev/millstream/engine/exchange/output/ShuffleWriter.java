package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.ChannelOutput;

/**
 * To a random channel. The generator is SplitMix64 (Steele, Lea, Flood 2014), seeded from the
 * platform: one that all threads share would cost more than the rest.
 */
final class ShuffleWriter extends RecordWriter {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    ShuffleWriter(ResultPartition partition, long seed) {
        super(partition);
        this.state = seed;
    }

    @Override
    public void emit(Object value, long timestampMs) {
        ChannelOutput[] all = channels();
        // The upper half of the product of 32 random bits and the bound: no division.
        long random = next() >>> 32;
        all[(int) ((random * all.length) >>> 32)].append(value, timestampMs);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
