package dev.millstream.simulation.run;

import dev.millstream.simulation.world.SimulatedWorld;

/** What a run does. */
@FunctionalInterface
public interface Scenario {
    /** Runs on the thread that holds the baton; an exception fails the run. */
    void run(SimulatedWorld world) throws Exception;
}
