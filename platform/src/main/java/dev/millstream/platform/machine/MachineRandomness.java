package dev.millstream.platform.machine;

import dev.millstream.platform.random.Randomness;
import java.security.SecureRandom;
import java.util.SplittableRandom;

/**
 * Bytes, of which ids and secrets are made, come from the system's secure generator; numbers come
 * from a fast one that was seeded by it.
 */
final class MachineRandomness implements Randomness {
    private final SecureRandom secure = new SecureRandom();

    /** Not thread-safe: guarded by itself. */
    private final SplittableRandom fast = new SplittableRandom(secure.nextLong());

    @Override
    public long nextLong() {
        synchronized (fast) {
            return fast.nextLong();
        }
    }

    @Override
    public int nextInt(int bound) {
        synchronized (fast) {
            return fast.nextInt(bound);
        }
    }

    @Override
    public void nextBytes(byte[] target) {
        secure.nextBytes(target);
    }
}
