package dev.millstream.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.Progress;
import dev.millstream.cli.output.ResultsBesideProgress;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.FailureInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown while a job runs. */
class ProgressTest {
    private static final String COLOUR = "\u001b[32mFINISHED";
    private static final String LIVE_LINE = "\u001b[2KTasks: ";

    @TempDir private Path folder;

    private String shownBy(InProcess process) throws IOException {
        Path input = Files.writeString(folder.resolve("input.txt"), "a b\n");
        return process.call("run", "-p", "1", "wordcount", "--input", input.toString()).err();
    }

    @Test
    void shouldShowPlainLinesWhereThereIsNoTerminal() throws IOException {
        assertThat(shownBy(new InProcess()))
                .contains(" is FINISHED")
                .doesNotContain("\u001b", "\r");
    }

    @Test
    void shouldShowColourAndALiveLineOnATerminal() throws IOException {
        assertThat(shownBy(new InProcess().with("MILLSTREAM_TERMINAL", "true")))
                .contains(COLOUR, LIVE_LINE, " finished");
    }

    /** Both streams are the terminal, so they are one. */
    @Test
    void shouldTakeTheLiveLineAwayBeforeResults() throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);
        PrintWriter writer = new PrintWriter(terminal, true, StandardCharsets.UTF_8);
        Progress progress =
                new Progress(new Caller(writer, writer, Map.of("MILLSTREAM_TERMINAL", "true")));
        progress.onStateChange(
                new JobID(1, 2), new StateChange(1, 0, "map (1/1)", "RUNNING", Optional.empty()));
        PrintStream out = ResultsBesideProgress.over(terminal, progress);
        out.println("first");
        out.println("second");
        assertThat(screen.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("", "\u001b[2KTasks: 1 running", "\u001b[2Kfirst", "second");
    }

    @Test
    void shouldSayWhyAJobRestarts() {
        StringWriter err = new StringWriter();
        PrintWriter writer = new PrintWriter(err);
        Progress progress = new Progress(new Caller(writer, writer, Map.of()));
        JobID job = new JobID(1, 2);
        progress.onStateChange(
                job,
                new StateChange(
                        1,
                        0,
                        "map (1/1)",
                        "FAILED",
                        Optional.of(FailureInfo.ofMessage("map (1/1) on tm-1 failed"))));
        assertThat(err.toString()).isEmpty();
        progress.onStateChange(job, new StateChange(2, 0, "job", "RESTARTING", Optional.empty()));
        assertThat(err.toString().lines())
                .containsExactly(
                        "Job " + job + " is RESTARTING",
                        "It restarts because map (1/1) on tm-1 failed");
    }

    @Test
    void shouldDoWithoutColourWhenAskedTo() throws IOException {
        assertThat(
                        shownBy(
                                new InProcess()
                                        .with("MILLSTREAM_TERMINAL", "true")
                                        .with("NO_COLOR", "1")))
                .contains(" is FINISHED", LIVE_LINE)
                .doesNotContain("\u001b[3");
    }
}
