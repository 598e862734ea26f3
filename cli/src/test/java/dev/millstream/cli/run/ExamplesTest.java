package dev.millstream.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples on the texts that are shipped. */
class ExamplesTest {
    private static final Path HOME = Path.of("..", "dist", "src", "main", "dist");

    @TempDir private Path folder;

    private static Path text(String name) {
        return HOME.resolve("examples").resolve("data").resolve(name);
    }

    private static List<String> run(String... args) {
        Outcome outcome = new InProcess().call(args);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.messages()).isEmpty();
        return outcome.out().lines().toList();
    }

    /** The whole way that a user's first call takes, in a process of its own. */
    @Test
    void shouldCountTheWordsOfTheTextThatIsShipped() throws Exception {
        Outcome outcome =
                OwnProcess.run(
                        Map.of("MILLSTREAM_HOME", HOME.toString()), folder, "run", "wordcount");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines())
                .containsExactlyElementsOf(
                        Oracle.mostFrequent(Files.readString(text("genesis.txt"))));
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.progress())
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactly("INITIALIZING", "CREATED", "RUNNING", "FINISHED");
    }

    @Test
    void shouldCompareTwoTexts() throws IOException {
        Path left = text("genesis.txt");
        Path right = text("exodus.txt");
        List<String> printed =
                run(
                        "run",
                        "-p",
                        "3",
                        "compare",
                        "--left",
                        left.toString(),
                        "--right",
                        right.toString());
        assertThat(printed)
                .isEqualTo(Oracle.differences(Files.readString(left), Files.readString(right)));
    }

    @Test
    void shouldCountWordsByLength() throws IOException {
        Path input = text("exodus.txt");
        assertThat(run("run", "-p", "3", "wordlengths", "--input", input.toString()))
                .isEqualTo(Oracle.lengths(Files.readString(input)));
    }

    @Test
    void shouldRunOnSeveralTaskManagers() throws IOException {
        Path input = text("genesis.txt");
        List<String> printed =
                run(
                        "run",
                        "-p",
                        "4",
                        "-D",
                        "minicluster.number-of-taskmanagers=2",
                        "wordcount",
                        "--input",
                        input.toString());
        assertThat(printed).isEqualTo(Oracle.mostFrequent(Files.readString(input)));
    }
}
