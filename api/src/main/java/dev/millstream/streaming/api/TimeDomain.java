package dev.millstream.streaming.api;

/** By which time a timer fires. */
public enum TimeDomain {
    /** By watermarks. */
    EVENT_TIME,
    /** By the machine's clock. */
    PROCESSING_TIME
}
