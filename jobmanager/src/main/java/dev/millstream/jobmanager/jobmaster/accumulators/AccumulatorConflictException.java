package dev.millstream.jobmanager.jobmaster.accumulators;

/** Two tasks of a job use one name for accumulators of different kinds. */
public final class AccumulatorConflictException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    AccumulatorConflictException(String name, String one, String other) {
        super(
                "The accumulator '"
                        + name
                        + "' is of kind "
                        + one
                        + " in one task and of kind "
                        + other
                        + " in another. Give one of them another name.");
    }
}
