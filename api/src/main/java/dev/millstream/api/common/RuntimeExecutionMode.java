package dev.millstream.api.common;

/** Whether a program runs over streams as they come, or over finished input. */
public enum RuntimeExecutionMode {
    /** Results are updated as records come. */
    STREAMING,
    /** Bounded input only; final results only; one stage after the other where that saves work. */
    BATCH,
    /** {@link #BATCH} if all sources are bounded, else {@link #STREAMING}. */
    AUTOMATIC
}
