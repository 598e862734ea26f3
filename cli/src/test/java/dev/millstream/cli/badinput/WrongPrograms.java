package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Programs that fail in their main method, or are refused before anything runs. */
final class WrongPrograms {
    private WrongPrograms() {}

    static List<BadInput> inputs(Path folder, ProgramJars programs) throws IOException {
        Path jar = programs.write(folder.resolve("refused.jar"), "bad.RefusedPrograms");
        Refusals refused = new Refusals(jar, new Inputs("Programs that are refused"));
        refused.add("Without a sink", "no sink", "has no sink", "'lengths' at RefusedPrograms");
        refused.add(
                "With a function that can't be serialised",
                "not serialisable",
                "operator 'locked' at RefusedPrograms.main(RefusedPrograms.java:",
                "java.lang.Object",
                "java.io.Serializable");
        refused.add("With two operators of one uid", "equal uids", "'lengths'", "unique");
        refused.add(
                "With arrays as keys",
                "array as key",
                "char[], which has no stable hash",
                "use a List");
        refused.add(
                "With parallelism 0",
                "parallelism 0",
                "parallelism of operator 'Map' at",
                "is 0; it must be at least 1");
        refused.add(
                "With a parallelism above the maximum",
                "parallelism above maximum",
                "parallelism 8",
                "maximum parallelism of 4",
                "setMaxParallelism");
        refused.add(
                "With a field that records don't have",
                "no such field",
                "no field 'lenght'",
                "text, length");
        refused.add("With the sum of a text", "no number", "isn't a number");
        refused.add("With a null among the elements", "null element", "Element 1", "is null");
        refused.add(
                "With forward partitioning between operators of different parallelism",
                "forward",
                "'Map'",
                "use rescale() or rebalance()");
        refused.add("Without execute()", "nothing", "ended without executing a job");
        Refusals failing = new Refusals(jar, new Inputs("Main methods that fail"));
        failing.add(
                "An exception in main",
                "main",
                "java.lang.IllegalStateException: the settings are incomplete",
                "\tat bad.RefusedPrograms.main(RefusedPrograms.java:");
        failing.add(
                "An exception with a cause",
                "main with cause",
                "Caused by: java.lang.IllegalStateException: no database");
        failing.add(
                "An exception in a class's initializer",
                "initializer",
                "Caused by: java.lang.IllegalStateException: there are no settings");
        List<BadInput> inputs = refused.inputs().all();
        inputs.addAll(failing.inputs().all());
        return inputs;
    }

    private record Refusals(Path jar, Inputs inputs) {
        void add(String what, String kind, String... mentions) {
            inputs.addCall(
                    what,
                    ExitCode.FAILED,
                    List.of("run", "-p", "2", jar.toString(), kind),
                    mentions);
        }
    }
}
