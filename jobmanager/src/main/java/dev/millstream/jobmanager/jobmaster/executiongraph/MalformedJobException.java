package dev.millstream.jobmanager.jobmaster.executiongraph;

/** A JobGraph that can't be run, whatever the cluster. The message says which vertex and why. */
public final class MalformedJobException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public MalformedJobException(String message) {
        super(message);
    }
}
