package dev.millstream.types.fallback;

/**
 * A class that is written by the fallback.
 *
 * @param className its binary name
 * @param path where it was met, such as {@code Order.price}
 * @param reason why it can't be taken apart; goes on after "as"
 */
public record FallbackUse(String className, String path, String reason) {
    /** For people: names the class and why, what it costs, and what to do. */
    public String hint() {
        return "Values of "
                + className
                + " at "
                + path
                + " are written by the fallback (Apache Fory), as "
                + reason
                + ". That costs some ten times more than for records, and its fields can't be"
                + " renamed. Make it a record or a class with getters and setters, or register a"
                + " serializer (registerTypeWithSerializer); pipeline.generic-types: false refuses"
                + " such classes";
    }
}
