package dev.millstream.simulation.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * A run has broken a rule: of the simulation itself, or an invariant. An error, so that what
 * catches exceptions in the code under test does not hide it.
 */
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    public SimulationFailure(String message) {
        super(message);
    }

    public SimulationFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
