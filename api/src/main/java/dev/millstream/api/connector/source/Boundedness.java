package dev.millstream.api.connector.source;

/** Whether a source ends. */
public enum Boundedness {
    /** It ends. */
    BOUNDED,
    /** It may go on for ever. */
    CONTINUOUS_UNBOUNDED
}
