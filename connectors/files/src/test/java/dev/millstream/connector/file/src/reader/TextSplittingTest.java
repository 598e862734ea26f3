package dev.millstream.connector.file.src.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.connector.file.fixture.MemoryFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines and words of parts of files are those of a reader that has the whole text at once. */
class TextSplittingTest {
    private static final int LARGEST_READ = 1 << 20;

    /** Whatever may stand in a text; the last ones aren't UTF-8. */
    private static final byte[][] PIECES = {
        {'\n'},
        {'\r', '\n'},
        {'\r'},
        {' '},
        {'\t', ' '},
        {'a'},
        "words".getBytes(StandardCharsets.UTF_8),
        "and longer words".getBytes(StandardCharsets.UTF_8),
        "größe".getBytes(StandardCharsets.UTF_8),
        "東京".getBytes(StandardCharsets.UTF_8),
        "\uD83D\uDE80".getBytes(StandardCharsets.UTF_8),
        {0},
        {1},
        {(byte) 0xC3},
        {(byte) 0xE6, (byte) 0x9D},
        {(byte) 0xA4},
        {(byte) 0xFF}
    };

    private static byte[] text(Random random, int pieces) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < pieces; i++) {
            text.writeBytes(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toByteArray();
    }

    private static List<String> lines(byte[] content) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                lines.add(line(content, start, at));
                start = at + 1;
            }
        }
        if (start < content.length) {
            lines.add(line(content, start, content.length));
        }
        return lines;
    }

    private static String line(byte[] content, int start, int end) {
        int last = end > start && content[end - 1] == '\r' ? end - 1 : end;
        return new String(Arrays.copyOfRange(content, start, last), StandardCharsets.UTF_8);
    }

    private static List<String> words(byte[] content) {
        return lines(content).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What the parts of a file have, one after the other. */
    private static List<String> read(
            StreamFormat<String> format, byte[] content, int[] cuts, int mostAtOnce)
            throws Exception {
        List<String> records = new ArrayList<>();
        int start = 0;
        for (int cut : cuts) {
            MemoryFile file = new MemoryFile(content, mostAtOnce);
            try (StreamFormat.Reader<String> reader = format.createReader(file, start, cut)) {
                for (String next = reader.read(); next != null; next = reader.read()) {
                    records.add(next);
                }
            }
            start = cut;
        }
        return records;
    }

    private static void check(byte[] content, int[] cuts, int mostAtOnce, String what)
            throws Exception {
        assertThat(read(new TextLineInputFormat(), content, cuts, mostAtOnce))
                .as("lines, %s", what)
                .isEqualTo(lines(content));
        assertThat(read(new TextWordInputFormat(), content, cuts, mostAtOnce))
                .as("words, %s", what)
                .isEqualTo(words(content));
    }

    @Test
    void shouldReadTheSameWhereverAFileIsCut() throws Exception {
        byte[] content =
                "\n first words\r\n\r\n größe  東京\t\uD83D\uDE80\n\n last"
                        .getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= content.length; cut++) {
            for (int mostAtOnce : new int[] {1, 3, LARGEST_READ}) {
                check(content, new int[] {cut, content.length}, mostAtOnce, "cut at " + cut);
            }
        }
        check(content, eachByte(content.length), 2, "cut everywhere");
    }

    private static int[] eachByte(int length) {
        int[] cuts = new int[length];
        Arrays.setAll(cuts, i -> i + 1);
        return cuts;
    }

    @Test
    void shouldReadTheSameInPartsOfAnySizeWhateverTheBytes() throws Exception {
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            byte[] content = text(random, random.nextInt(120));
            List<Integer> cuts = new ArrayList<>();
            int most = 1 + random.nextInt(40);
            for (int cut = random.nextInt(most); cut < content.length; ) {
                cuts.add(cut);
                cut += 1 + random.nextInt(most);
            }
            cuts.add(content.length);
            int mostAtOnce = random.nextInt(4) == 0 ? LARGEST_READ : 1 + random.nextInt(30);
            int[] ends = cuts.stream().mapToInt(Integer::intValue).toArray();
            check(content, ends, mostAtOnce, "seed " + seed);
        }
    }

    @Test
    void shouldReadTheSameAcrossTheEndsOfBuffers() throws Exception {
        for (long seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            byte[] content = text(random, 60_000);
            int[] cuts = {random.nextInt(content.length), content.length};
            check(content, cuts, LARGEST_READ, "seed " + seed);
        }
    }

    @Test
    void shouldReadWordsAndLinesLongerThanBuffers() throws Exception {
        byte[] content =
                ("é".repeat(200_000) + " x\r\n" + "y".repeat(70_000) + "\nz")
                        .getBytes(StandardCharsets.UTF_8);
        check(content, new int[] {100_001, 300_000, content.length}, LARGEST_READ, "long");
    }

    @Test
    void shouldTellWordsApartThatDifferInWhatCantBeSeen() throws Exception {
        byte[] content =
                "a \0a a\0 \1a aaaaaaa \1aaaaaaa aaaaaaa\0 a".getBytes(StandardCharsets.UTF_8);
        check(content, new int[] {content.length}, LARGEST_READ, "control characters");
    }

    @Test
    void shouldGoOnWithTheWordBehindThePosition() throws Exception {
        byte[] content = "one two  three".getBytes(StandardCharsets.UTF_8);
        try (StreamFormat.Reader<String> reader =
                new TextWordInputFormat()
                        .createReader(new MemoryFile(content, 4), 0, content.length)) {
            reader.read();
            int position = (int) reader.position();
            assertThat(read(new TextWordInputFormat(), content, new int[] {position}, 5))
                    .containsExactly("one");
            assertThat(reader.read()).isEqualTo("two");
            List<String> rest = new ArrayList<>();
            StreamFormat.Reader<String> next =
                    new TextWordInputFormat()
                            .createReader(new MemoryFile(content, 4), position, content.length);
            for (String word = next.read(); word != null; word = next.read()) {
                rest.add(word);
            }
            assertThat(rest).containsExactly("two", "three");
        }
    }
}
