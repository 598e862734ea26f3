package dev.millstream.cli.config;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.Sentence;
import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.ConfigurationReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The options of one call: the file's, overridden by those of the command line. */
public final class Settings {
    private Settings() {}

    /**
     * Reads {@code conf/config.yaml} of the installation, or of {@code MILLSTREAM_CONF_DIR}.
     *
     * @param caller gets warnings
     * @param overrides given with {@code -D}
     * @throws CommandException for a key that nobody knows, or a value of a wrong type
     */
    public static Configuration load(Caller caller, Map<String, String> overrides) {
        Path file = caller.configurationFolder().resolve("config.yaml");
        Map<String, String> options =
                new TreeMap<>(check(ConfigurationFile.read(file), "in " + file, caller));
        options.putAll(check(overrides, "given with -D", caller));
        return Configuration.fromMap(options);
    }

    private static Map<String, String> check(
            Map<String, String> options, String where, Caller caller) {
        ConfigurationReport report = KnownOptions.catalog().check(options);
        report.warnings()
                .forEach(warning ->
                        caller.err().println("millstream: Option " + where + ": " + warning + "."));
        if (!report.isValid()) {
            throw CommandException.usage(
                    "Wrong option "
                            + where
                            + ": "
                            + String.join(
                                    " ", report.errors().stream().map(Sentence::ended).toList())
                            + " All options are listed in docs/configuration.md.");
        }
        return options;
    }
}
