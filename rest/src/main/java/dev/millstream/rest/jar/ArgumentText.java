package dev.millstream.rest.jar;

import java.util.ArrayList;
import java.util.List;

/** Arguments in one text, as a shell would part them: by white space, outside quotes. */
final class ArgumentText {
    private static final char NO_QUOTE = 0;

    private ArgumentText() {}

    static List<String> split(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean started = false;
        char quote = NO_QUOTE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != NO_QUOTE) {
                if (c == quote) {
                    quote = NO_QUOTE;
                } else {
                    current.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                started = true;
            } else if (!Character.isWhitespace(c)) {
                current.append(c);
                started = true;
            } else if (started) {
                arguments.add(current.toString());
                current.setLength(0);
                started = false;
            }
        }
        if (started) {
            arguments.add(current.toString());
        }
        return arguments;
    }
}
