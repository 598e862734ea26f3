package dev.millstream.simulation.run;

import dev.millstream.simulation.scheduler.Scheduler;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.scheduler.SimulationFailure;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.simulation.world.WorldSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario from a seed, on a virtual thread of its own. The calling thread is the watchdog:
 * it fails the run when no event happens for {@link #STUCK_MS} by the wall clock, because code
 * under test loops or blocks without giving the baton back.
 */
public final class SimulatedRun {
    /** How long one event may take, by the wall clock. */
    public static final long STUCK_MS = 30_000;

    /** With it set to true, every event of a run is printed. */
    public static final String TRACE_PROPERTY = "simulation.trace";

    private static final int LOOKS = 30;

    private final long seed;
    private final WorldSettings settings;
    private final Scenario scenario;
    private final long stuckMs;
    // Written by the run's thread and read by the watchdog.
    private volatile @Nullable Scheduler scheduler;
    private volatile @Nullable RunReport report;
    private volatile @Nullable Throwable failure;

    private SimulatedRun(long seed, WorldSettings settings, Scenario scenario, long stuckMs) {
        this.seed = seed;
        this.settings = settings;
        this.scenario = scenario;
        this.stuckMs = stuckMs;
    }

    /** Runs with settings drawn from the seed. */
    public static RunReport of(long seed, Scenario scenario) {
        SeededRandom random = new SeededRandom(seed).stream("world settings");
        return of(seed, WorldSettings.draw(random), scenario);
    }

    /**
     * Runs with given settings.
     *
     * @throws SimulationFailure what went wrong, with the seed in the message
     */
    public static RunReport of(long seed, WorldSettings settings, Scenario scenario) {
        return of(seed, settings, scenario, STUCK_MS);
    }

    static RunReport of(long seed, WorldSettings settings, Scenario scenario, long stuckMs) {
        return new SimulatedRun(seed, settings, scenario, stuckMs).run();
    }

    private RunReport run() {
        Thread thread = Thread.ofVirtual().name("simulation-" + seed).start(this::runWorld);
        watch(thread);
        RunReport result = report;
        if (result != null) {
            return result;
        }
        Throwable problem = failure;
        throw new SimulationFailure("The run with seed " + seed + " failed: " + problem, problem);
    }

    private void runWorld() {
        SimulatedWorld world = new SimulatedWorld(seed, settings);
        scheduler = world.scheduler();
        if (Boolean.getBoolean(TRACE_PROPERTY)) {
            world.scheduler().listen(System.out::println);
        }
        try {
            scenario.run(world);
            report =
                    new RunReport(
                            seed,
                            world.scheduler().traceHash(),
                            world.scheduler().progress(),
                            world.scheduler().nowNs(),
                            world.marks().counts());
        } catch (Throwable problem) {
            failure = problem;
        } finally {
            world.scheduler().abort();
        }
    }

    private void watch(Thread thread) {
        long lastProgress = -1;
        int quietLooks = 0;
        while (true) {
            try {
                if (thread.join(Duration.ofMillis(stuckMs / LOOKS))) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SimulationFailure("The watchdog was interrupted", interrupted);
            }
            Scheduler running = scheduler;
            long progress = running == null ? 0 : running.progress();
            quietLooks = progress == lastProgress ? quietLooks + 1 : 0;
            lastProgress = progress;
            if (quietLooks >= LOOKS) {
                throw stuck(running == null ? thread : running.baton().holder());
            }
        }
    }

    private SimulationFailure stuck(Thread holder) {
        return new SimulationFailure(
                "The run with seed %d stands still: %s has held the baton for %d ms%n%s"
                        .formatted(
                                seed,
                                holder.getName(),
                                stuckMs,
                                Arrays.stream(holder.getStackTrace())
                                        .map(frame -> "    at " + frame)
                                        .collect(Collectors.joining("\n"))));
    }
}
