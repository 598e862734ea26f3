package dev.millstream.engine.operator;

/** A keyed operator that, in batch mode, gets all records of one key before those of the next. */
public interface OneKeyAtATime {
    /** The current key has no more records: its timers fire, and its state is forgotten. */
    void endKey();
}
