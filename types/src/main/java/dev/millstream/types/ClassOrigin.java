package dev.millstream.types;

/** Knows, on the reading side, the classes that a {@link ClassSink} has written. */
public interface ClassOrigin {
    /** Reads the schema of a class that appears for the first time; returns its serializer. */
    Serializer<?> define(Input in);

    /** The serializer of a class that was defined, by its number. */
    Serializer<?> defined(int number, Input in);

    /** What is read from now on is dropped, so its classes need not be there. */
    void beginDropping();

    /** Ends what {@link #beginDropping} began. */
    void endDropping();
}
