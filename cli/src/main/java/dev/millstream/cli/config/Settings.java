package dev.millstream.cli.config;

import dev.millstream.cli.output.CommandException;
import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.ConfigurationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The options of one call: the file's, overridden by those of the command line. */
public final class Settings {
    private Settings() {}

    /**
     * Reads {@code conf/config.yaml} of the installation, or of {@code MILLSTREAM_CONF_DIR}.
     *
     * @param home the installation's folder
     * @param environment the process's environment variables
     * @param overrides given with {@code -D}
     * @param err where warnings go
     * @throws CommandException for a key that nobody knows, or a value of a wrong type
     */
    public static Configuration load(
            Path home,
            Map<String, String> environment,
            Map<String, String> overrides,
            PrintWriter err) {
        String folder = environment.get("MILLSTREAM_CONF_DIR");
        Path file =
                (folder == null ? home.resolve("conf") : Path.of(folder)).resolve("config.yaml");
        Map<String, String> options =
                new TreeMap<>(check(ConfigurationFile.read(file), file.toString(), err));
        options.putAll(check(overrides, "-D", err));
        return Configuration.fromMap(options);
    }

    private static Map<String, String> check(
            Map<String, String> options, String where, PrintWriter err) {
        ConfigurationReport report = KnownOptions.catalog().check(options);
        report.warnings()
                .forEach(warning -> err.println("millstream: " + warning + " (" + where + ")."));
        if (!report.isValid()) {
            throw CommandException.usage(String.join("; ", report.errors()) + " (" + where + ").");
        }
        return options;
    }
}
