package dev.millstream.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordCountTest {
    private static final Path DATA =
            Path.of("..", "dist", "src", "main", "dist", "examples", "data");

    @TempDir private Path folder;

    /** A text under a name. */
    static final class Text {
        private final String name;
        private final byte[] bytes;

        Text(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        static Text of(String name, String text) {
            return new Text(name, text.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Text> texts() throws IOException {
        return Stream.of(
                new Text("a book", Files.readAllBytes(DATA.resolve("genesis.txt"))),
                Text.of("an empty file", ""),
                Text.of("nothing but separators", " \n\t--\n\n"),
                Text.of("one word", "word"),
                Text.of("no newline at the end", "a b\nb c"),
                Text.of("lines that end with CR LF", "a b\r\nb c\r\n\r\nc\r\n"),
                Text.of("digits and underscores", "x_1 X_1 1 007 __ a-b don't"),
                Text.of(
                        "other letters than ASCII",
                        "naïve Straße ΣΑΣ \u0130stanbul \u212Aelvin 日本語text 😀smile é\nnaïve"),
                new Text("bytes that are no UTF-8", new byte[] {'a', (byte) 0xFF, 'b', '\n', 'a'}),
                Text.of("a line of 5 MB", "first\n" + longLine(5 << 20) + "\nlast"));
    }

    private static String longLine(int chars) {
        Random random = new Random(1);
        StringBuilder line = new StringBuilder(chars + 10);
        while (line.length() < chars) {
            line.append("w").append(random.nextInt(1_000)).append(' ');
        }
        return line.toString();
    }

    @Test
    void shouldTellTheJobAsJsonBehindWhatTheProgramPrints() throws Exception {
        Path input = Files.writeString(folder.resolve("input.txt"), "a b a");

        Outcome outcome =
                new InProcess().call("run", "--json", "wordcount", "--input", input.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().limit(2)).containsExactly("a\t2", "b\t1");
        assertThat(Json.object(outcome.out().lines().skip(2).findFirst().orElse("")))
                .containsOnlyKeys("jid", "state")
                .containsEntry("state", "FINISHED");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldWriteTheCountOfEachWord(Text text) throws Exception {
        Path input = Files.write(folder.resolve("input.txt"), text.bytes);
        assertThat(countsOf(input.toString())).isEqualTo(Oracle.countLines(text.text()));
    }

    @Test
    void shouldReadAllPartsOfAFileThatHasMoreThanThereAreSubtasks() throws Exception {
        byte[] book = Files.readAllBytes(DATA.resolve("genesis.txt"));
        int copies = Math.ceilDiv(36 << 20, book.length);
        Path input = folder.resolve("large.txt");
        try (OutputStream out = Files.newOutputStream(input)) {
            for (int i = 0; i < copies; i++) {
                out.write(book);
            }
        }
        Outcome outcome =
                new InProcess().call("run", "-p", "1", "wordcount", "--input", input.toString());
        assertThat(outcome.out()).startsWith("and\t" + 3678L * copies + "\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldPrintTheMostFrequentWordsAndNothingElse(Text text) throws Exception {
        Path input = Files.write(folder.resolve("input.txt"), text.bytes);
        Outcome outcome =
                new InProcess().call("run", "-p", "4", "wordcount", "--input", input.toString());
        assertThat(outcome.out().lines())
                .containsExactlyElementsOf(Oracle.mostFrequent(text.text()));
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void shouldReadFilesFoldersAndGlobs() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts/deep/deeper"));
        Files.writeString(folder.resolve("texts/a.txt"), "a all\n");
        Files.writeString(folder.resolve("texts/b.md"), "b all");
        Files.writeString(folder.resolve("texts/deep/c.txt"), "c all\n");
        Files.writeString(texts.resolve("d.txt"), "d all");
        String root = folder.resolve("texts").toString();

        assertThat(countsOf(root)).containsExactly("a\t1", "all\t4", "b\t1", "c\t1", "d\t1");
        assertThat(countsOf(root + "/a.txt", root + "/b.md"))
                .containsExactly("a\t1", "all\t2", "b\t1");
        assertThat(countsOf(root + "/*.txt")).containsExactly("a\t1", "all\t1");
        assertThat(countsOf(root + "/deep/*", root + "/[ab].*")).contains("a\t1", "b\t1", "c\t1");
    }

    @Test
    void shouldWriteEveryUpdateInOrder() throws Exception {
        Path input = DATA.resolve("genesis.txt");
        Path output = folder.resolve("updates");
        run("--input", input.toString(), "--output", output.toString(), "--streaming");
        assertUpdates(files(output), Files.readString(input));
    }

    @Test
    void shouldPrintEveryUpdateInOrder() throws Exception {
        String text = "to be or not to be that is the question to die to sleep\nno more";
        Path input = Files.writeString(folder.resolve("input.txt"), text);
        Outcome outcome = run("--input", input.toString(), "--streaming");
        assertUpdates(List.of(outcome.out().lines().toList()), text);
    }

    /** Within one subtask's output the counts of a word rise one by one, and it is in no other. */
    private static void assertUpdates(List<List<String>> outputs, String text) {
        Map<String, Long> counts = new HashMap<>();
        for (List<String> output : outputs) {
            Map<String, Long> last = new HashMap<>();
            for (String line : output) {
                int tab = line.indexOf('\t');
                String word = line.substring(0, tab);
                long count = Long.parseLong(line.substring(tab + 1));
                assertThat(count).as(line).isEqualTo(last.getOrDefault(word, 0L) + 1);
                last.put(word, count);
            }
            assertThat(counts).doesNotContainKeys(last.keySet().toArray(String[]::new));
            counts.putAll(last);
        }
        assertThat(counts).isEqualTo(Oracle.counts(text));
    }

    private List<String> countsOf(String... inputs) throws IOException {
        Path output = Files.createTempDirectory(folder, "counts");
        List<String> args = new ArrayList<>(List.of("--input"));
        args.addAll(List.of(inputs));
        args.addAll(List.of("--output", output.toString()));
        assertThat(run(args.toArray(String[]::new)).out()).isEmpty();
        return files(output).stream().flatMap(List::stream).sorted().toList();
    }

    private static Outcome run(String... args) {
        List<String> all = new ArrayList<>(List.of("run", "-p", "4", "wordcount"));
        all.addAll(List.of(args));
        Outcome outcome = new InProcess().call(all.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    /** The lines of each file; there are none but results. */
    private static List<List<String>> files(Path output) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.sorted().toList()) {
                assertThat(file.getFileName().toString()).startsWith("part-");
                lines.add(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
