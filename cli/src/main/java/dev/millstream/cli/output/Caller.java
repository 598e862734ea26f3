package dev.millstream.cli.output;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Who calls: where output goes, and what the environment says.
 *
 * @param out for results, and nothing else
 * @param err for everything else
 * @param environment the environment variables
 */
public record Caller(PrintWriter out, PrintWriter err, Map<String, String> environment) {
    public Caller {
        environment = Map.copyOf(environment);
    }

    /** Who has started this process. */
    public static Caller ofProcess() {
        return new Caller(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv());
    }

    /** Whether a person sees what goes to {@link #err}. Java can't tell; the launcher does. */
    public boolean hasTerminal() {
        return isSet("MILLSTREAM_TERMINAL");
    }

    /** Whether colours are wanted there; see no-color.org. */
    public boolean wantsColour() {
        return hasTerminal() && !isSet("NO_COLOR");
    }

    /** The folder of the configuration file. */
    public Path configurationFolder() {
        return isSet("MILLSTREAM_CONF_DIR")
                ? Path.of(environment.get("MILLSTREAM_CONF_DIR"))
                : Path.of(environment.getOrDefault("MILLSTREAM_HOME", "."), "conf");
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
