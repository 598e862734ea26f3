package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Jobs that fail while they run, or don't get to that, or are cancelled. */
final class WrongJobs {
    private WrongJobs() {}

    static List<BadInput> inputs(Path folder, ProgramJars programs) throws IOException {
        Path functions = programs.write(folder.resolve("functions.jar"), "bad.FailingFunctions");
        Path connectors = programs.write(folder.resolve("connectors.jar"), "bad.FailingConnectors");
        List<BadInput> inputs = functions(functions).all();
        inputs.addAll(moreFunctions(functions).all());
        inputs.addAll(connectors(connectors).all());
        inputs.addAll(resources(folder).all());
        inputs.addAll(ends(folder, programs).all());
        return inputs;
    }

    private static Inputs functions(Path jar) {
        Inputs inputs = new Inputs("An exception in a user's function");
        inputs.addCall(
                "In map, of one of two subtasks",
                ExitCode.FAILED,
                List.of("run", "-p", "2", jar.toString(), "map"),
                "map 'parse' (2/2) on tm-1",
                "java.lang.IllegalStateException: can't parse the word",
                "at bad.FailingFunctions$FailInSecondSubtask.map(FailingFunctions.java:");
        add(inputs, jar, "In flatMap", "flatMap", "Flat Map (1/1)", "can't split 'a'");
        add(inputs, jar, "In filter", "filter", "Filter (1/1)", "can't look up 'a'");
        add(inputs, jar, "In reduce", "reduce", "Keyed Reduce' (1/1)", "can't join a and a");
        add(inputs, jar, "In process", "process", "Process (1/1)", "can't process 'a'");
        add(inputs, jar, "In coMap", "coMap", "Co-Map (1/1)", "can't map 'a'");
        add(inputs, jar, "In coFlatMap", "coFlatMap", "Co-Flat Map' (1/1)", "can't split 'a'");
        add(
                inputs,
                jar,
                "In a key selector",
                "keySelector",
                "Source: Collection (1/1)",
                "in the key selector of its output: java.lang.IllegalStateException: can't find");
        add(
                inputs,
                jar,
                "In a partitioner",
                "partitioner",
                "in the partitioner of its output: java.lang.IllegalStateException: can't choose");
        add(inputs, jar, "In open()", "open", "Map (1/1)", "no database", "FailingOpen.open(");
        add(inputs, jar, "In close()", "close", "Map (1/1)", "the database is gone");
        return inputs;
    }

    private static Inputs moreFunctions(Path jar) {
        Inputs inputs = new Inputs("Other mistakes in a user's function");
        add(inputs, jar, "A partitioner's wrong answer", "partition", "chose 1 for the key a");
        add(inputs, jar, "An exception with a cause", "cause", "can't load", "nobody answers");
        add(inputs, jar, "An error", "error", "java.lang.StackOverflowError");
        add(inputs, jar, "Two accumulators of one name", "accumulator", "'words'");
        inputs.addCall(
                "An accumulator that can't be merged",
                ExitCode.FAILED,
                List.of("run", "-p", "2", jar.toString(), "merge"),
                "'words'",
                "bad.FailingFunctions$Unmergeable",
                "can't merge",
                "at bad.FailingFunctions$Unmergeable.merge(");
        inputs.addCall(
                "An exception in each attempt of a job that restarts",
                ExitCode.FAILED,
                List.of(
                        "run",
                        "-p",
                        "1",
                        "-D",
                        "restart-strategy.type=fixed-delay",
                        "-D",
                        "restart-strategy.fixed-delay.delay=10 ms",
                        jar.toString(),
                        "filter"),
                "It restarts because Filter (1/1) on tm-1",
                "can't look up 'a'. The job was restarted 1 time before",
                "restart-strategy.fixed-delay.attempts");
        add(inputs, jar, "A record that can't be printed", "toString", "can't print 'a'");
        return inputs;
    }

    private static Inputs connectors(Path jar) {
        Inputs inputs = new Inputs("An exception in a user's source or sink");
        String enumerator = "enumerator of source 'Source: queue' on tm-1";
        add(inputs, jar, "Making the enumerator", "create enumerator", enumerator, "be found");
        add(inputs, jar, "Starting the enumerator", "start enumerator", enumerator, "no topics");
        add(inputs, jar, "Assigning a split", "assign", enumerator, "the topic is locked");
        add(inputs, jar, "Writing a split", "split", enumerator, "the split can't be written");
        add(inputs, jar, "Reading", "reader", "Source: queue (1/1)", "the queue is gone");
        add(inputs, jar, "Making the sink's writer", "sink create", "Sink: table (1/1)", "opened");
        add(inputs, jar, "Writing", "sink write", "Sink: table (1/1)", "can't write 'a'");
        add(inputs, jar, "Flushing", "sink flush", "Sink: table (1/1)", "the table is full");
        add(inputs, jar, "Closing", "sink close", "Sink: table (1/1)", "can't be closed");
        return inputs;
    }

    private static void add(Inputs inputs, Path jar, String what, String kind, String... mentions) {
        inputs.addCall(
                what, ExitCode.FAILED, List.of("run", "-p", "1", jar.toString(), kind), mentions);
    }

    private static Inputs resources(Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("words.txt"), "a b\n");
        return new Inputs("Slots")
                .addCall(
                        "Fewer slots than the job needs",
                        ExitCode.FAILED,
                        List.of(
                                "run",
                                "-p",
                                "3",
                                "-D",
                                "taskmanager.numberOfTaskSlots=1",
                                "-D",
                                "slot.request.timeout=2 s",
                                "wordcount",
                                "--input",
                                text.toString()),
                        "needs 3 slots",
                        "only 1",
                        "2 slots of slot sharing group 'default' are missing",
                        "taskmanager.numberOfTaskSlots");
    }

    private static Inputs ends(Path folder, ProgramJars programs) throws IOException {
        Path refused = programs.write(folder.resolve("cancelled.jar"), "bad.RefusedPrograms");
        Path jar = programs.write(folder.resolve("endless.jar"), "bad.EndlessJob");
        return new Inputs("Ctrl-C and cancellation")
                .addCall(
                        "A job that its program cancels",
                        ExitCode.CANCELED,
                        List.of("run", "-p", "1", refused.toString(), "cancelled"),
                        "was cancelled")
                .add(
                        "Ctrl-C while a job runs: it is cancelled",
                        ExitCode.INTERRUPTED,
                        () -> start(jar, "endless").interrupt().awaitLine("is CANCELED").awaitEnd(),
                        "cancelling the job")
                .add(
                        "Ctrl-C twice, as the job doesn't end",
                        ExitCode.INTERRUPTED,
                        () ->
                                start(jar, "stubborn")
                                        .interrupt()
                                        .awaitLine("cancelling the job")
                                        .interrupt()
                                        .awaitEnd(),
                        "press Ctrl-C again")
                .add(
                        "Ctrl-C before there is a job",
                        ExitCode.INTERRUPTED,
                        () -> start(jar, "slow to start").interrupt().awaitEnd());
    }

    private static OwnProcess start(Path jar, String kind) throws IOException {
        return OwnProcess.start("run", "-p", "1", jar.toString(), kind).awaitLine("running");
    }
}
