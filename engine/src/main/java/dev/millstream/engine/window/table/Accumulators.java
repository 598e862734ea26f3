package dev.millstream.engine.window.table;

/** Keeps accumulators in tables: of the same class and flat if possible, else as objects. */
public interface Accumulators {
    /** What is kept of a first record. */
    Object first(Object value);

    /** A new accumulator that has what another one has. */
    Object firstOf(Object part);

    /** Makes a table ready for accumulators like this one, if it is empty. */
    void prepare(PaneTable table, Object accumulator);

    /** Keeps an accumulator in a table that was prepared, for an entry that has been added. */
    void put(PaneTable table, int index, Object accumulator);

    /** Adds a record to an entry's accumulator. */
    void add(PaneTable table, int index, Object value);

    /** Adds what another accumulator has to an entry's. */
    void merge(PaneTable table, int index, Object part);

    /** An entry's accumulator, which the table goes on using. */
    Object get(PaneTable table, int index);

    /** What windows' functions see of an entry. */
    Object result(PaneTable table, int index);
}
