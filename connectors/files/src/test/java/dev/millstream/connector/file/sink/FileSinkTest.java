package dev.millstream.connector.file.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.serialization.SimpleStringEncoder;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.platform.machine.MachinePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
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

    @TempDir private Path folder;

    @AfterEach
    void close() {
        platform.close();
    }

    private FileWriter<String> writer(long partSizeBytes) {
        return new FileWriter<>(
                platform.files(),
                folder.resolve("out").toString(),
                3,
                new SimpleStringEncoder<>(),
                partSizeBytes);
    }

    private List<String> visible() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void shouldShowAFileOnceItIsComplete() throws Exception {
        FileWriter<String> writer = writer(1 << 20);
        writer.write("a", NO_CONTEXT);
        writer.flush(false);
        assertThat(visible()).isEmpty();
        writer.write("b", NO_CONTEXT);
        writer.flush(true);
        writer.close();
        assertThat(visible()).containsExactly("part-3-0");
        assertThat(folder.resolve("out/part-3-0")).hasContent("a\nb\n");
    }

    @Test
    void shouldBeginAnotherFileWhenOneIsLargeEnough() throws Exception {
        FileWriter<String> writer = writer(5);
        for (String element : List.of("abc", "def", "ghi")) {
            writer.write(element, NO_CONTEXT);
        }
        writer.flush(true);
        writer.close();
        assertThat(visible()).containsExactly("part-3-0", "part-3-1");
    }

    @Test
    void shouldWriteRecordsLargerThanItsBuffer() throws Exception {
        FileWriter<String> writer = writer(1L << 30);
        writer.write("x".repeat(200_000), NO_CONTEXT);
        writer.write("y", NO_CONTEXT);
        writer.flush(true);
        writer.close();
        assertThat(Files.readString(folder.resolve("out/part-3-0")))
                .isEqualTo("x".repeat(200_000) + "\ny\n");
    }

    @Test
    void shouldLeaveNothingVisibleWhenItIsClosedBeforeTheEnd() throws Exception {
        FileWriter<String> writer = writer(1 << 20);
        writer.write("a", NO_CONTEXT);
        writer.close();
        assertThat(visible()).isEmpty();
    }

    @Test
    void shouldReplaceWhatAnEarlierAttemptHasLeft() throws Exception {
        FileWriter<String> first = writer(1 << 20);
        first.write("old", NO_CONTEXT);
        first.close();
        FileWriter<String> second = writer(1 << 20);
        second.write("new", NO_CONTEXT);
        second.flush(true);
        second.close();
        assertThat(visible()).containsExactly("part-3-0");
        assertThat(folder.resolve("out/part-3-0")).hasContent("new\n");
    }

    @Test
    void shouldMakeNoFileWithoutRecords() throws Exception {
        FileWriter<String> writer = writer(1 << 20);
        writer.flush(true);
        writer.close();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
