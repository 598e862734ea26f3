package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Calls that make no sense. */
final class WrongUsage {
    private WrongUsage() {}

    static List<BadInput> inputs(Path folder, ProgramJars programs) throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "a b\n");
        Path output = Files.createDirectories(folder.resolve("results"));
        Files.writeString(output.resolve("part-0"), "a\t1\n");
        List<BadInput> inputs = calls(text).all();
        inputs.addAll(arguments(text, output, folder.resolve("nowhere.txt")).all());
        inputs.addAll(jars(folder, programs, text).all());
        return inputs;
    }

    private static Inputs calls(Path text) {
        return new Inputs("The call")
                .addCall("No verb", ExitCode.USAGE, List.of(), "Say what to do: run, info")
                .addCall(
                        "An unknown verb",
                        ExitCode.USAGE,
                        List.of("rum"),
                        "no verb 'rum'",
                        "Did you mean: millstream run")
                .addCall(
                        "Help for an unknown verb",
                        ExitCode.USAGE,
                        List.of("help", "rum"),
                        "Unknown subcommand 'rum'.")
                .addCall("No program", ExitCode.USAGE, List.of("run"), "Missing", "NAME|JAR")
                .addCall(
                        "An unknown option",
                        ExitCode.USAGE,
                        List.of("run", "--paralelism", "2", "wordcount"),
                        "Unknown option: '--paralelism'",
                        "--parallelism")
                .addCall(
                        "A parallelism that is no number",
                        ExitCode.USAGE,
                        List.of("run", "-p", "two", "wordcount"),
                        "'two' is not an int")
                .addCall(
                        "A parallelism of 0",
                        ExitCode.USAGE,
                        List.of("run", "-p", "0", "wordcount"),
                        "given with -p is 0")
                .addCall(
                        "`-d` without a cluster to leave the job on",
                        ExitCode.USAGE,
                        List.of("run", "-d", "wordcount"),
                        "can't be left behind (-d)")
                .addCall(
                        "An unknown example",
                        ExitCode.USAGE,
                        List.of("run", "wordcounts"),
                        "'wordcounts'",
                        "compare, socket-wordcount, wordcount, wordlengths")
                .addCall(
                        "The plan of an unknown example",
                        ExitCode.USAGE,
                        List.of("info", "wordcounts", "--input", text.toString()),
                        "'wordcounts'");
    }

    private static Inputs arguments(Path text, Path output, Path missing) {
        return new Inputs("The arguments of an example")
                .addCall(
                        "An unknown argument",
                        ExitCode.USAGE,
                        List.of("run", "wordcount", "--inputs", text.toString()),
                        "no argument '--inputs'",
                        "--input, --output, --streaming")
                .addCall(
                        "A value without a name",
                        ExitCode.USAGE,
                        List.of("run", "wordcount", text.toString()),
                        "follows no name")
                .addCall(
                        "No input",
                        ExitCode.USAGE,
                        List.of("run", "wordcount", "--input"),
                        "--input FILE")
                .addCall(
                        "A missing file",
                        ExitCode.FAILED,
                        List.of("run", "-p", "1", "wordcount", "--input", missing.toString()),
                        "enumerator of source 'Source: lines' on tm-1",
                        "There is nothing to read at '" + missing + "'")
                .addCall(
                        "An output folder that isn't empty",
                        ExitCode.USAGE,
                        List.of(
                                "run",
                                "wordcount",
                                "--input",
                                text.toString(),
                                "--output",
                                output.toString()),
                        "is not empty",
                        output.toString())
                .addCall(
                        "A file as output folder",
                        ExitCode.USAGE,
                        List.of(
                                "run",
                                "wordcount",
                                "--input",
                                text.toString(),
                                "--output",
                                text.toString()),
                        "is a file");
    }

    private static Inputs jars(Path folder, ProgramJars programs, Path text) throws IOException {
        Path jar = programs.write(folder.resolve("nameless.jar"), "");
        Path cut = folder.resolve("cut.jar");
        byte[] whole = Files.readAllBytes(jar);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Path directory = Files.createDirectories(folder.resolve("folder.jar"));
        return new Inputs("The jar")
                .addCall(
                        "A missing jar",
                        ExitCode.USAGE,
                        List.of("run", folder.resolve("missing.jar").toString()),
                        "missing.jar does not exist")
                .addCall(
                        "A folder",
                        ExitCode.USAGE,
                        List.of("run", directory.toString()),
                        "is a folder")
                .addCall(
                        "A file that is no jar",
                        ExitCode.USAGE,
                        List.of("run", text.toString()),
                        "text.txt is no jar")
                .addCall(
                        "A jar that is cut off",
                        ExitCode.USAGE,
                        List.of("run", "-c", "bad.EndlessJob", cut.toString()),
                        "cut.jar is no jar")
                .addCall(
                        "A jar without main class",
                        ExitCode.USAGE,
                        List.of("run", jar.toString()),
                        "names no main class",
                        "-c CLASS")
                .addCall(
                        "A wrong class name",
                        ExitCode.USAGE,
                        List.of("run", "-c", "bad.EndlesJob", jar.toString()),
                        "bad.EndlesJob isn't in")
                .addCall(
                        "A class without main method",
                        ExitCode.USAGE,
                        List.of("run", "-c", "bad.RefusedPrograms$Word", jar.toString()),
                        "has no 'public static void main(String[])'");
    }
}
