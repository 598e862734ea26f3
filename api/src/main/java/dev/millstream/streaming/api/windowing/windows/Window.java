package dev.millstream.streaming.api.windowing.windows;

/** A finite group of a key's records. Subclasses have {@code equals} and {@code hashCode}. */
public abstract class Window {
    /**
     * The window is complete when event time has come to here: the highest timestamp that belongs
     * to it, in milliseconds since 1970.
     */
    public abstract long maxTimestamp();
}
