package dev.millstream.types;

/** Numbers, on the writing side, the classes in a stream, so that each is described once. */
@FunctionalInterface
public interface ClassSink {
    /** What begins a value of a class that wasn't in the stream before; its schema follows. */
    int DEFINITION = 2;

    /** What begins a value of a class that was: this plus its number. */
    int FIRST_CLASS = 64;

    /** Writes what stands for a value's class, see the constants. */
    void writeClass(Class<?> type, Serializer<?> serializer, Output out);
}
