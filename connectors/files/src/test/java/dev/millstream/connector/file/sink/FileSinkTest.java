package dev.millstream.connector.file.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.serialization.SimpleStringEncoder;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterAttempt;
import dev.millstream.connector.file.fixture.SinkTask;
import dev.millstream.platform.machine.MachinePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
    private static final long LARGE = 1 << 20;

    private static final SinkWriter.Context NO_CONTEXT =
            new SinkWriter.Context() {
                @Override
                public long currentWatermark() {
                    return Long.MIN_VALUE;
                }

                @Override
                public @Nullable Long timestamp() {
                    return null;
                }
            };

    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final SinkTask task = SinkTask.on(platform);

    @TempDir private Path folder;

    @AfterEach
    void close() {
        platform.close();
    }

    private SinkWriter<String> writer(SinkTask in, long partSizeBytes) throws IOException {
        return FileSink.forRowFormat(
                        new dev.millstream.core.fs.Path(folder.resolve("out").toString()),
                        new SimpleStringEncoder<String>())
                .withPartSize(partSizeBytes)
                .build()
                .createWriter(in);
    }

    private static void write(SinkWriter<String> writer, String... records) throws Exception {
        for (String element : records) {
            writer.write(element, NO_CONTEXT);
        }
    }

    private static void end(SinkWriter<String> writer) throws Exception {
        writer.flush(true);
        writer.close();
    }

    private List<Path> visible() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The content of all visible files, in the order of their names. */
    private String content() throws IOException {
        StringBuilder content = new StringBuilder();
        for (Path file : visible()) {
            content.append(Files.readString(file));
        }
        return content.toString();
    }

    @Test
    void shouldShowAFileOnceItIsComplete() throws Exception {
        SinkWriter<String> writer = writer(task, LARGE);
        write(writer, "a");
        writer.flush(false);
        assertThat(visible()).isEmpty();
        write(writer, "b");
        end(writer);
        assertThat(visible())
                .singleElement()
                .satisfies(file ->
                        assertThat(file.getFileName().toString())
                                .matches("part-[0-9a-f]{16}-3-1\\.0\\.0-0"));
        assertThat(content()).isEqualTo("a\nb\n");
    }

    @Test
    void shouldBeginAnotherFileWhenOneIsLargeEnough() throws Exception {
        SinkWriter<String> writer = writer(task, 5);
        write(writer, "abc", "def", "ghi");
        assertThat(content()).isEqualTo("abc\ndef\n");
        end(writer);
        assertThat(visible()).hasSize(2);
        assertThat(content()).isEqualTo("abc\ndef\nghi\n");
    }

    @Test
    void shouldShowAFileOnceItIsOldEnough() throws Exception {
        SinkWriter<String> writer = writer(task, LARGE);
        write(writer, "a");
        task.fireTimers();
        assertThat(content()).isEqualTo("a\n");
        task.fireTimers();
        write(writer, "b");
        assertThat(content()).isEqualTo("a\n");
        end(writer);
        task.fireTimers();
        assertThat(content()).isEqualTo("a\nb\n");
    }

    @Test
    void shouldWriteRecordsLargerThanItsBuffer() throws Exception {
        SinkWriter<String> writer = writer(task, 1L << 30);
        write(writer, "a", "x".repeat(200_000), "y");
        end(writer);
        assertThat(content()).isEqualTo("a\n" + "x".repeat(200_000) + "\ny\n");
    }

    @Test
    void shouldLeaveNothingVisibleWhenItIsClosedBeforeTheEnd() throws Exception {
        SinkWriter<String> writer = writer(task, LARGE);
        write(writer, "a");
        writer.close();
        task.fireTimers();
        assertThat(visible()).isEmpty();
    }

    @Test
    void shouldMakeNoFileWithoutRecords() throws Exception {
        end(writer(task, LARGE));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void shouldReplaceWhatEarlierAttemptsHaveWritten() throws Exception {
        SinkWriter<String> first = writer(task, 1);
        write(first, "old", "older");
        end(first);
        SinkWriter<String> second = writer(task.ofAttempt(new WriterAttempt(1, 0, 9)), LARGE);
        write(second, "unfinished");
        second.close();
        SinkWriter<String> third = writer(task.ofAttempt(new WriterAttempt(1, 0, 10)), LARGE);
        write(third, "new");
        end(third);
        SinkWriter<String> other = writer(task.ofSubtask(33), LARGE);
        write(other, "beside");
        end(other);
        assertThat(visible()).hasSize(2);
        assertThat(content().lines()).containsExactlyInAnyOrder("new", "beside");
        assertThat(folder.resolve("out").toFile().list()).hasSize(2);
    }

    @Test
    void shouldCountARestartOfTheJobMasterAsLater() throws Exception {
        SinkWriter<String> first = writer(task.ofAttempt(new WriterAttempt(1, 0, 7)), LARGE);
        write(first, "old");
        end(first);
        SinkWriter<String> second = writer(task.ofAttempt(new WriterAttempt(1, 1, 0)), LARGE);
        write(second, "new");
        end(second);
        assertThat(content()).isEqualTo("new\n");
    }

    @Test
    void shouldCompleteNothingOnceALaterAttemptWrites() throws Exception {
        SinkWriter<String> cutOff = writer(task, LARGE);
        SinkWriter<String> later = writer(task.ofAttempt(new WriterAttempt(1, 0, 1)), LARGE);
        write(later, "new");
        write(cutOff, "old");
        assertThatThrownBy(() -> cutOff.flush(true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("later attempt");
        cutOff.close();
        end(later);
        assertThat(content()).isEqualTo("new\n");
    }

    @Test
    void shouldKeepJobsAndSinksApart() throws Exception {
        for (SinkTask each :
                List.of(task, task.ofJob(new JobID(3, 4)), task.ofOperator("another"))) {
            SinkWriter<String> writer = writer(each, LARGE);
            write(writer, "x");
            end(writer);
        }
        assertThat(content()).isEqualTo("x\nx\nx\n");
    }

    @Test
    void shouldLeaveFilesOfOthersAlone() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/part-0"), "not ours\n");
        end(writer(task, LARGE));
        assertThat(content()).isEqualTo("not ours\n");
    }

    @Test
    void shouldSayThatTheFolderIsAFile() throws Exception {
        Files.writeString(folder.resolve("out"), "a file");
        assertThatThrownBy(() -> writer(task, LARGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve("out").toString())
                .hasMessageContaining("Name a folder");
    }

    @Test
    void shouldRefuseSizesAndIntervalsThatCannotBe() {
        FileSink.RowFormatBuilder<String> builder =
                FileSink.forRowFormat(
                        new dev.millstream.core.fs.Path("out"), new SimpleStringEncoder<>());
        assertThatThrownBy(() -> builder.withPartSize(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> builder.withRolloverInterval(Duration.ZERO))
                .hasMessageContaining("PT0S");
    }
}
