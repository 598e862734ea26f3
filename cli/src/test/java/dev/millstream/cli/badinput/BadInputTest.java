package dev.millstream.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.GeneratedPage;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.fixture.RunningCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of bad input is answered as {@code docs/errors.md} says. */
class BadInputTest {
    @TempDir private static Path folder;

    private static RunningCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster =
                new RunningCluster(Files.createDirectories(folder.resolve("cluster")))
                        .started(
                                "--taskmanagers",
                                "1",
                                "-D",
                                "resourcemanager.local.max-taskmanagers=1",
                                "-D",
                                "slot.request.timeout=2 s",
                                "-D",
                                "blob.max-size=100 kb");
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @TestFactory
    Stream<DynamicTest> shouldBeToldWhatWhereWhyAndWhatToDo() throws Exception {
        ProgramJars programs = ProgramJars.compile(folder);
        List<BadInput> inputs = new ArrayList<>();
        inputs.addAll(WrongUsage.inputs(folder, programs));
        inputs.addAll(WrongConfiguration.inputs(folder));
        inputs.addAll(WrongPrograms.inputs(folder, programs));
        inputs.addAll(WrongJobs.inputs(folder, programs));
        inputs.addAll(WrongClusters.inputs(folder, cluster));
        inputs.addAll(LostProcesses.inputs(folder, cluster));
        ErrorPage page = new ErrorPage(folder);
        Stream<DynamicTest> rows =
                inputs.stream()
                        .map(input ->
                                DynamicTest.dynamicTest(input.what(), () -> check(input, page)));
        DynamicTest last =
                DynamicTest.dynamicTest(
                        "all are listed", () -> GeneratedPage.check("errors.md", page.text()));
        return Stream.concat(rows, Stream.of(last));
    }

    private static void check(BadInput input, ErrorPage page) throws Exception {
        Outcome outcome = input.call().call();
        page.add(input, outcome);
        assertThat(input.mentions())
                .allSatisfy(text -> assertThat(outcome.messages()).contains(text));
        assertThat(outcome.messages()).as("frames of ours").doesNotContain("at dev.millstream.");
        assertThat(outcome.exitCode()).as(outcome.messages()).isEqualTo(input.exitCode());
    }
}
