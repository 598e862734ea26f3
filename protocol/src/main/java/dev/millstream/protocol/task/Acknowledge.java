package dev.millstream.protocol.task;

/** An answer that says no more than that the call was carried out. */
public record Acknowledge() {
    public static final Acknowledge INSTANCE = new Acknowledge();
}
