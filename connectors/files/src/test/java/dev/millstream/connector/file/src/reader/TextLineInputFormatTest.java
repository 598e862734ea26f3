package dev.millstream.connector.file.src.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.connector.file.fixture.MemoryFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextLineInputFormatTest {
    private static List<String> read(String text, long start, long end, int mostAtOnce)
            throws Exception {
        MemoryFile file = MemoryFile.of(text, mostAtOnce);
        List<String> lines = new ArrayList<>();
        try (StreamFormat.Reader<String> reader =
                new TextLineInputFormat().createReader(file, start, end)) {
            for (String line = reader.read(); line != null; line = reader.read()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> read(String text) throws Exception {
        return read(text, 0, text.getBytes(StandardCharsets.UTF_8).length, 1 << 20);
    }

    @Test
    void shouldReadLinesWithAndWithoutAnEnd() throws Exception {
        assertThat(read("a\nbc\n")).containsExactly("a", "bc");
        assertThat(read("a\nbc")).containsExactly("a", "bc");
        assertThat(read("a\r\n\r\nb")).containsExactly("a", "", "b");
        assertThat(read("\n\n")).containsExactly("", "");
        assertThat(read("")).isEmpty();
        assertThat(read("größer\n東京")).containsExactly("größer", "東京");
    }

    @Test
    void shouldReadALineLongerThanTheBuffer() throws Exception {
        String line = "x".repeat(300_000);
        assertThat(read(line + "\ny")).containsExactly(line, "y");
    }

    @Test
    void shouldReadEachLineInExactlyOnePartWhereverTheFileIsCut() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int line = random.nextInt(30); line > 0; line--) {
                text.append("é".repeat(random.nextInt(5)))
                        .append("abc".repeat(random.nextInt(4)))
                        .append('\n');
            }
            if (random.nextBoolean()) {
                text.append("last");
            }
            int size = text.toString().getBytes(StandardCharsets.UTF_8).length;
            List<String> inParts = new ArrayList<>();
            for (int start = 0; start < size; ) {
                int end = Math.min(size, start + 1 + random.nextInt(20));
                inParts.addAll(read(text.toString(), start, end, 1 + random.nextInt(7)));
                start = end;
            }
            assertThat(inParts).as("seed %d", seed).isEqualTo(read(text.toString()));
        }
    }

    @Test
    void shouldGoOnFromThePositionItReports() throws Exception {
        String text = "one\ntwo\nthree\n";
        MemoryFile file = MemoryFile.of(text, 5);
        StreamFormat.Reader<String> reader =
                new TextLineInputFormat().createReader(file, 0, text.length());
        assertThat(reader.read()).isEqualTo("one");
        assertThat(read(text, reader.position(), text.length(), 5)).containsExactly("two", "three");
    }
}
