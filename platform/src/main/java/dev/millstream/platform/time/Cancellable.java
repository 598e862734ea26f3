package dev.millstream.platform.time;

/** Something that will happen later, and can be called off. */
@FunctionalInterface
public interface Cancellable {
    /** Calls it off. Without effect when it has already happened or was called off before. */
    void cancel();
}
