package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Options that are unknown, wrong, outdated, or contradict each other. */
final class WrongConfiguration {
    private final Path folder;
    private final Path text;
    private final Inputs inputs = new Inputs("The configuration");

    private WrongConfiguration(Path folder) throws IOException {
        this.folder = folder;
        this.text = Files.writeString(folder.resolve("few.txt"), "a b\n");
    }

    static List<BadInput> inputs(Path folder) throws IOException {
        WrongConfiguration wrong = new WrongConfiguration(folder);
        wrong.addOptions();
        wrong.addFiles();
        return wrong.inputs.all();
    }

    private void addOptions() {
        addOption(
                "An unknown key with `-D`",
                ExitCode.USAGE,
                "paralelism.default=2",
                "no option 'paralelism.default'",
                "did you mean 'parallelism.default'?",
                "docs/configuration.md");
        addOption(
                "A key that is nothing like any",
                ExitCode.USAGE,
                "colour=red",
                "no option 'colour'.");
        addOption("`-D` without a value", ExitCode.USAGE, "colour", "'-D colour'", "KEY=VALUE");
        addOption(
                "A value of a wrong type",
                ExitCode.USAGE,
                "slot.request.timeout=soon",
                "'soon'",
                "'slot.request.timeout' is not a duration such as '10 s'");
        addOption(
                "A value that is too small",
                ExitCode.USAGE,
                "minicluster.number-of-taskmanagers=0",
                "is not an integer of at least 1");
        addOption(
                "An outdated key: a warning, the job runs",
                ExitCode.DONE,
                "akka.ask.timeout=20 s",
                "'akka.ask.timeout' is outdated; use 'rpc.ask.timeout'");
        addOption(
                "Two values that contradict each other",
                ExitCode.USAGE,
                "rpc.ask.timeout=1 s",
                "rpc.lookup.timeout (3000 ms)",
                "shorter than rpc.ask.timeout (1000 ms)");
    }

    private void addOption(String what, int exitCode, String option, String... mentions) {
        inputs.addCall(
                what,
                exitCode,
                List.of("run", "-p", "1", "-D", option, "wordcount", "--input", text.toString()),
                mentions);
    }

    private void addFiles() throws IOException {
        addFile(
                "An unknown key in `config.yaml`",
                "taskmanager:\n  numberOfSlots: 4\n",
                "no option 'taskmanager.numberOfSlots'",
                "did you mean 'taskmanager.numberOfTaskSlots'?");
        addFile(
                "A value of a wrong type in `config.yaml`",
                "parallelism.default: many\n",
                "'many'",
                "is not an integer");
        addFile("A key without value in `config.yaml`", "pipeline.name:\n", "has no value");
        addFile(
                "A key that is set twice in `config.yaml`",
                "pipeline.name: a\npipeline:\n  name: b\n",
                "'pipeline.name'",
                "is set twice");
        addFile(
                "A `config.yaml` that is no YAML",
                "parallelism.default: 2\n  pipeline.name: [a\n",
                "is not valid YAML",
                "line 2");
        addFile(
                "A `config.yaml` without keys",
                "parallelism.default=2\n",
                "must hold keys with values");
    }

    private void addFile(String what, String yaml, String... mentions) throws IOException {
        Path conf = folder.resolve("conf" + inputs.all().size());
        Files.createDirectories(conf);
        Files.writeString(conf.resolve("config.yaml"), yaml);
        inputs.add(
                what,
                ExitCode.USAGE,
                () ->
                        new InProcess()
                                .with("MILLSTREAM_CONF_DIR", conf.toString())
                                .call("run", "wordcount", "--input", text.toString()),
                mentions);
    }
}
