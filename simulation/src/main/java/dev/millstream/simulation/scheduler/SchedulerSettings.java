package dev.millstream.simulation.scheduler;

import java.util.List;

/**
 * How a run goes about choosing.
 *
 * @param policy who goes next
 * @param maxTurnNs what a turn costs at most; at least 1
 * @param yieldChance how likely a task thread lets others run at a point where it may
 * @param spuriousWakeChance how likely a wait ends early for no reason
 * @param maxTimerLatenessNs how late a timer may be
 * @param maxVirtualNs the run fails when it lasts longer
 * @param maxEvents the run fails when it has more
 */
public record SchedulerSettings(
        PolicyKind policy,
        long maxTurnNs,
        double yieldChance,
        double spuriousWakeChance,
        long maxTimerLatenessNs,
        long maxVirtualNs,
        long maxEvents) {
    private static final long VIRTUAL_LIMIT_NS = 600_000_000_000L;
    private static final long EVENT_LIMIT = 3_000_000;

    /** The families of policies that a seed can draw. */
    public enum PolicyKind {
        UNIFORM,
        RANDOM_WALK,
        PRIORITY,
        MIXED
    }

    /** Draws settings for a run. */
    public static SchedulerSettings draw(SeededRandom random) {
        return new SchedulerSettings(
                random.pick(List.of(PolicyKind.values())),
                random.pick(List.of(1_000L, 10_000L, 50_000L)),
                random.pick(List.of(0.01, 0.05, 0.3)),
                random.pick(List.of(0.0, 0.02, 0.2)),
                random.pick(List.of(0L, 100_000L, 5_000_000L)),
                VIRTUAL_LIMIT_NS,
                EVENT_LIMIT);
    }

    Policy newPolicy() {
        return switch (policy) {
            case UNIFORM -> new Policy.Uniform();
            case RANDOM_WALK -> new Policy.RandomWalk();
            case PRIORITY -> new Policy.Priority(0.02);
            case MIXED ->
                    new Policy.Mixed(
                            List.of(
                                    new Policy.Uniform(),
                                    new Policy.RandomWalk(),
                                    new Policy.Priority(0.02)),
                            0.005);
        };
    }
}
