package dev.millstream.jobmanager.jobmaster.executiongraph;

/** A state was to be left for one that may not follow it: a fault of the control plane. */
public final class IllegalTransitionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IllegalTransitionException(Object subject, Enum<?> from, Enum<?> to) {
        super(subject + " can't go from " + from + " to " + to);
    }
}
