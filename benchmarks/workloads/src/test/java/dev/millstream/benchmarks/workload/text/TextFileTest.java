package dev.millstream.benchmarks.workload.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    private static final long SIZE = 1 << 20;

    @TempDir Path folder;

    @Test
    void shouldWriteTheSameTextEachTime() throws IOException {
        List<Path> once = TextFile.ensure(folder.resolve("one"), SIZE);
        List<Path> again = TextFile.ensure(folder.resolve("two"), SIZE);
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i)).hasSameBinaryContentAs(again.get(i));
        }
    }

    @Test
    void shouldWriteFilesThatDiffer() throws IOException {
        List<Path> files = TextFile.ensure(folder, SIZE);
        assertThat(Files.mismatch(files.getFirst(), files.getLast())).isNotNegative();
    }

    @Test
    void shouldReachTheSizeWithLinesOfAboutEightyCharacters() throws IOException {
        long size = 0;
        for (Path file : TextFile.ensure(folder, SIZE)) {
            size += Files.size(file);
            assertThat(Files.readAllLines(file)).allMatch(line -> line.length() < 95);
        }
        assertThat(size).isBetween(SIZE, SIZE + 8 * 100);
    }

    @Test
    void shouldHaveWordsThatDiffer() {
        Set<String> words = new HashSet<>();
        for (int rank = 0; rank < TextFile.VOCABULARY; rank++) {
            words.add(TextFile.word(rank));
        }
        assertThat(words).hasSize(TextFile.VOCABULARY).allMatch(word -> word.matches("[a-z]+"));
    }

    @Test
    void shouldFollowZipfsLaw() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (Path file : TextFile.ensure(folder, SIZE)) {
            Files.readAllLines(file)
                    .forEach(
                            line -> Words.split(line, word -> counts.merge(word, 1, Integer::sum)));
        }
        double first = counts.getOrDefault(TextFile.word(0), 0);
        assertThat(first / counts.getOrDefault(TextFile.word(1), 1)).isBetween(1.8, 2.2);
        assertThat(first / counts.getOrDefault(TextFile.word(9), 1)).isBetween(8.0, 12.0);
    }

    @Test
    void shouldSplitLinesAtSpaces() {
        List<String> words = new ArrayList<>();
        Words.split("to be or not", words::add);
        Words.split("", words::add);
        Words.split("alone", words::add);
        assertThat(words).containsExactly("to", "be", "or", "not", "alone");
    }

    @Test
    void shouldReadCountsOfFilesThatAreComplete() throws IOException {
        Files.writeString(folder.resolve("part-0"), "be\t2\nto\t3\n");
        Files.createDirectories(folder.resolve("deeper"));
        Files.writeString(folder.resolve("deeper/part-1"), "or\t1\n");
        Files.writeString(folder.resolve(".part-2.inprogress"), "not\t");
        WordCounts.Counted counted = WordCounts.load(folder);
        assertThat(counted.words()).isEqualTo(6);
        assertThat(counted.tally().count()).isEqualTo(3);
        assertThat(counted.tally().checksum())
                .isEqualTo(
                        WordCounts.fingerprint("be", 2)
                                + WordCounts.fingerprint("to", 3)
                                + WordCounts.fingerprint("or", 1));
    }
}
