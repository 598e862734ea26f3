package dev.millstream.simulation.invariant;

import java.util.Optional;

/** Something that must always hold. */
public interface Invariant {
    /**
     * Called after each event, thus cheap.
     *
     * @return what is wrong
     */
    Optional<String> violation(long nowNs);

    /**
     * Called when all jobs have ended and all that follows from it is done.
     *
     * @return what is wrong
     */
    Optional<String> violationAtRest();
}
