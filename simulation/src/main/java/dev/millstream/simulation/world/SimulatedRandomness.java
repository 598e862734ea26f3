package dev.millstream.simulation.world;

import dev.millstream.platform.random.Randomness;
import dev.millstream.simulation.scheduler.Scheduler;
import dev.millstream.simulation.scheduler.SeededRandom;

/** A process's own stream of the run's randomness. */
final class SimulatedRandomness implements Randomness {
    private final Scheduler scheduler;
    private final SeededRandom random;

    SimulatedRandomness(Scheduler scheduler, SeededRandom random) {
        this.scheduler = scheduler;
        this.random = random;
    }

    @Override
    public long nextLong() {
        scheduler.assertBaton();
        return random.nextLong();
    }

    @Override
    public int nextInt(int bound) {
        scheduler.assertBaton();
        return random.nextInt(bound);
    }

    @Override
    public void nextBytes(byte[] target) {
        scheduler.assertBaton();
        random.nextBytes(target);
    }
}
