package dev.millstream.platform.random;

/**
 * A source of random numbers; unpredictable in production, drawn from the seed in the simulation.
 * Thread-safe.
 */
public interface Randomness {
    long nextLong();

    /** Uniform in {@code [0, bound)}; {@code bound} is positive. */
    int nextInt(int bound);

    void nextBytes(byte[] target);
}
