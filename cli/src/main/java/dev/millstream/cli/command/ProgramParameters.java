package dev.millstream.cli.command;

import dev.millstream.cli.config.Settings;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.program.ProgramReference;
import dev.millstream.configuration.Configuration;
import dev.millstream.streaming.api.environment.ProgramOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the verbs that take a program have in common. */
final class ProgramParameters {
    @Option(
            names = {"-p", "--parallelism"},
            paramLabel = "N",
            description = "Parallelism of operators that set none.")
    private @Nullable Integer parallelism;

    @Option(
            names = {"-c", "--class"},
            paramLabel = "CLASS",
            description =
                    "The class with the main method, if the jar's manifest names none or another.")
    private @Nullable String mainClass;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "Sets an option; see docs/configuration.md.")
    private List<String> options = List.of();

    @Parameters(
            index = "0",
            paramLabel = "NAME|JAR",
            description = "An example (such as wordcount), or a jar.")
    private String program = "";

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "For the program.")
    private List<String> arguments = List.of();

    ProgramReference reference() {
        return new ProgramReference(program, Optional.ofNullable(mainClass), arguments);
    }

    Configuration configuration(Caller caller) {
        Configuration configuration = Settings.load(caller, Definitions.parse(options));
        if (parallelism != null) {
            if (parallelism < 1) {
                throw CommandException.usage(
                        "The parallelism given with -p is "
                                + parallelism
                                + "; it must be at least 1.");
            }
            configuration.set(ProgramOptions.DEFAULT_PARALLELISM, parallelism);
        }
        return configuration;
    }
}
