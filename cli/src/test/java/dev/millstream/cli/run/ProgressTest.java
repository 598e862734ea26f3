package dev.millstream.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
