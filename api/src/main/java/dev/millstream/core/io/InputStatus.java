package dev.millstream.core.io;

/** What a reader has to offer after a call of {@code pollNext}. */
public enum InputStatus {
    /** There is more at once. */
    MORE_AVAILABLE,
    /** Nothing now: {@code isAvailable} tells when. */
    NOTHING_AVAILABLE,
    /** All records are read. */
    END_OF_INPUT
}
