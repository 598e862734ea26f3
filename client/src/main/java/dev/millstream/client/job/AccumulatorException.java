package dev.millstream.client.job;

/** A user's accumulator can't be opened or merged. The cause has the user's frames. */
final class AccumulatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccumulatorException(String message, TaskException cause) {
        super(message, cause);
    }
}
