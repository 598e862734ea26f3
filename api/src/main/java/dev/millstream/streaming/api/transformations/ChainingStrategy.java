package dev.millstream.streaming.api.transformations;

/** Whether an operator may run in its input's task. */
public enum ChainingStrategy {
    /** With its input and with its outputs. */
    ALWAYS,
    /** With its outputs, but not with its input. */
    HEAD,
    /** With none. */
    NEVER
}
