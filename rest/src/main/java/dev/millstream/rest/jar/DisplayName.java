package dev.millstream.rest.jar;

/** What a client calls a file: text for people, that names no path. */
final class DisplayName {
    private static final int MAX_LENGTH = 120;
    private static final String NONE = "unnamed.jar";

    private DisplayName() {}

    /** The last part of what looks like a path, of visible characters alone. */
    static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder visible = new StringBuilder();
        last.codePoints()
                .filter(DisplayName::isVisible)
                .limit(MAX_LENGTH)
                .forEach(visible::appendCodePoint);
        String text = visible.toString().strip();
        return text.isEmpty() || text.chars().allMatch(c -> c == '.') ? NONE : text;
    }

    /** No control characters, and none that turn the direction of the text around them. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
