package dev.millstream.cli.output;

/** Sentences of messages, which come from many places. */
public final class Sentence {
    private Sentence() {}

    /** With a full stop, unless it ends with one or the like. */
    public static String ended(String text) {
        return text.isEmpty() || ".?!".indexOf(text.charAt(text.length() - 1)) < 0
                ? text + "."
                : text;
    }
}
