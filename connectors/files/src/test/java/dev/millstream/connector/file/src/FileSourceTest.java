package dev.millstream.connector.file.src;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.connector.file.fixture.Enumeration;
import dev.millstream.connector.file.fixture.Reading;
import dev.millstream.connector.file.src.reader.TextLineInputFormat;
import dev.millstream.core.fs.Path;
import dev.millstream.core.io.InputStatus;
import dev.millstream.platform.machine.MachinePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final Enumeration<FileSourceSplit> context = new Enumeration<>(platform);
    private final Reading<String> reading = new Reading<>(platform);

    @TempDir private java.nio.file.Path folder;

    @AfterEach
    void close() {
        platform.close();
    }

    private FileSource<String> source(String... paths) {
        Path[] inputs = new Path[paths.length];
        for (int i = 0; i < paths.length; i++) {
            inputs[i] = new Path(paths[i]);
        }
        return FileSource.forRecordStreamFormat(new TextLineInputFormat(), inputs)
                .setSplitSize(8)
                .build();
    }

    private String write(String name, String text) throws IOException {
        java.nio.file.Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private static FileSourceSplit split(int number) {
        return new FileSourceSplit("s" + number, "/file", number, 1, List.of());
    }

    private List<String> readAll(List<FileSourceSplit> splits) throws Exception {
        SourceReader<String, FileSourceSplit> reader = source("unused").createReader(reading);
        reader.start();
        for (FileSourceSplit split : splits) {
            reader.addSplits(List.of(split));
            while (reader.pollNext(reading) == InputStatus.MORE_AVAILABLE) {
                assertThat(reader.isAvailable()).isNotNull();
            }
        }
        reader.notifyNoMoreSplits();
        assertThat(reader.pollNext(reading)).isEqualTo(InputStatus.END_OF_INPUT);
        reader.close();
        return reading.records();
    }

    @Test
    void shouldOfferAllPartsToAllReaders() throws Exception {
        String file = write("a.txt", "one\ntwo\nthree\nfour\nfive\n");
        source(file).createEnumerator(context).start();
        assertThat(context.isComplete()).isTrue();
        assertThat(context.offered()).hasSize(3).allMatch(split -> split.hosts().isEmpty());
        assertThat(readAll(context.offered()))
                .containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void shouldSayOnWhichHostThePartsAreLocal() throws Exception {
        String file = write("a.txt", "1234567890");
        source("file://left" + file, file).createEnumerator(context).start();
        assertThat(context.offered())
                .extracting(FileSourceSplit::hosts)
                .containsExactly(List.of("left"), List.of("left"), List.of(), List.of());
        assertThat(context.offered()).extracting(FileSourceSplit::path).containsOnly(file);
    }

    @Test
    void shouldOfferMoreOnlyWhenNoneIsLeft() throws Exception {
        List<FileSourceSplit> splits =
                IntStream.range(0, 5).mapToObj(FileSourceTest::split).toList();
        FileSplitEnumerator enumerator = new FileSplitEnumerator(context, splits, 2);
        enumerator.start();
        assertThat(context.offered()).isEqualTo(splits.subList(0, 2));
        assertThat(enumerator.snapshotState(1)).isEqualTo(splits.subList(2, 5));
        enumerator.handleSplitRequest(0, "here");
        assertThat(context.offered()).isEqualTo(splits.subList(0, 4));
        assertThat(context.isComplete()).isFalse();
        enumerator.handleSplitRequest(1, null);
        assertThat(context.offered()).isEqualTo(splits);
        assertThat(context.isComplete()).isTrue();
        assertThat(enumerator.snapshotState(2)).isEmpty();
    }

    @Test
    void shouldOfferAgainWhatComesBack() {
        FileSplitEnumerator enumerator = new FileSplitEnumerator(context, List.of(), 2);
        enumerator.addSplitsBack(List.of(split(7)), 1);
        assertThat(context.offered()).containsExactly(split(7));
    }

    @Test
    void shouldGoOnFromACheckpoint() throws Exception {
        FileSource<String> source = source("unused");
        List<FileSourceSplit> left =
                List.of(split(1), new FileSourceSplit("x", "/ü", 1L << 40, 5, List.of("a", "b")));
        var serializer = source.getEnumeratorCheckpointSerializer();
        List<FileSourceSplit> restored =
                serializer.deserialize(serializer.getVersion(), serializer.serialize(left));
        SplitEnumerator<FileSourceSplit, List<FileSourceSplit>> enumerator =
                source.restoreEnumerator(context, restored);
        enumerator.start();
        assertThat(context.offered()).isEqualTo(left);
    }

    @Test
    void shouldRefuseACheckpointOfAnotherVersion() {
        FileSource<String> source = source("unused");
        assertThatThrownBy(() -> source.getSplitSerializer().deserialize(2, new byte[8]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() ->
                        source.getEnumeratorCheckpointSerializer().deserialize(9, new byte[8]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void shouldAskForTheNextPartWhenOneIsRead() throws Exception {
        String file = write("a.txt", "one\ntwo\n");
        readAll(List.of(new FileSourceSplit("0", file, 0, 8, List.of())));
        assertThat(reading.splitRequests()).isEqualTo(2);
    }

    @Test
    void shouldKeepWhereItIsInASplit() throws Exception {
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            lines.add("line " + i);
            text.append("line ").append(i).append('\n');
        }
        String file = write("long.txt", text.toString());
        SourceReader<String, FileSourceSplit> reader = source("unused").createReader(reading);
        reader.addSplits(
                List.of(new FileSourceSplit("0", file, 0, text.length(), List.of("here"))));
        assertThat(reader.pollNext(reading)).isEqualTo(InputStatus.MORE_AVAILABLE);
        List<FileSourceSplit> state = reader.snapshotState(1);
        reader.close();
        assertThat(reading.records()).hasSizeBetween(1, 999);
        assertThat(state).extracting(FileSourceSplit::hosts).containsExactly(List.of("here"));
        assertThat(readAll(state)).isEqualTo(lines);
    }

    @Test
    void shouldSayWhereAFileIsMissing() {
        SourceReader<String, FileSourceSplit> reader = source("unused").createReader(reading);
        reader.addSplits(List.of(new FileSourceSplit("0", "/nowhere/x", 0, 1, List.of())));
        assertThatThrownBy(() -> reader.pollNext(reading))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/nowhere/x")
                .hasMessageContaining("on here");
    }
}
