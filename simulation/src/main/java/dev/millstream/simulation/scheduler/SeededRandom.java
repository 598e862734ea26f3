package dev.millstream.simulation.scheduler;

import java.util.List;
import java.util.SplittableRandom;

/** All randomness of a run: a tree of streams, each fully determined by the seed and its name. */
public final class SeededRandom {
    private final long seed;
    private final SplittableRandom random;

    public SeededRandom(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** A stream of its own: how much is drawn from it changes nothing elsewhere. */
    public SeededRandom stream(String name) {
        return new SeededRandom(TraceHash.mix(seed, name.hashCode()));
    }

    public long nextLong() {
        return random.nextLong();
    }

    public void nextBytes(byte[] target) {
        random.nextBytes(target);
    }

    /** Uniform in {@code [0, bound)}. */
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    /** Uniform, both ends included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Uniform, both ends included. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** True with the given probability; draws nothing when that is 0. */
    public boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
