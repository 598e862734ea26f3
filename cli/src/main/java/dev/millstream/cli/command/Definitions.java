package dev.millstream.cli.command;

import dev.millstream.cli.output.CommandException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code -D KEY=VALUE} says. Picocli could do it, but is unclear about what is wrong. */
final class Definitions {
    private Definitions() {}

    static Map<String, String> parse(List<String> options) {
        Map<String, String> definitions = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw CommandException.usage(
                        "The option '-D " + option + "' is not of the form -D KEY=VALUE.");
            }
            definitions.put(option.substring(0, equals).strip(), option.substring(equals + 1));
        }
        return definitions;
    }
}
