package dev.millstream.engine.window;

/** An accumulator with the number of records in it. */
final class Counted {
    Object accumulator;
    int records = 1;

    Counted(Object accumulator) {
        this.accumulator = accumulator;
    }
}
