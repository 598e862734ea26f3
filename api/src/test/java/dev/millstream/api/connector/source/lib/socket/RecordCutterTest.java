package dev.millstream.api.connector.source.lib.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordCutterTest {
    private static final List<String> PIECES = List.of("a", "b", "é", "東", "\r", "\n", "ab", "aa");

    private static List<String> cut(String text, String delimiter, Random random)
            throws IOException {
        RecordCutter cutter = new RecordCutter(delimiter);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> records = new ArrayList<>();
        for (int start = 0; start < bytes.length; ) {
            int end = Math.min(bytes.length, start + 1 + random.nextInt(4));
            cutter.add(Arrays.copyOfRange(bytes, start, end));
            start = end;
            if (random.nextBoolean()) {
                drain(cutter, records);
            }
        }
        drain(cutter, records);
        String rest = cutter.rest();
        if (rest != null) {
            records.add(rest);
        }
        return records;
    }

    private static void drain(RecordCutter cutter, List<String> records) {
        for (String record = cutter.next(); record != null; record = cutter.next()) {
            records.add(record);
        }
    }

    /** The same with the means of strings. */
    private static List<String> expected(String text, String delimiter) {
        List<String> records = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
            records.add(text.substring(start, at));
            start = at + delimiter.length();
        }
        if (start < text.length()) {
            records.add(text.substring(start));
        }
        if (delimiter.equals("\n")) {
            records.replaceAll(
                    each -> each.endsWith("\r") ? each.substring(0, each.length() - 1) : each);
        }
        return records;
    }

    @Test
    void shouldCutAtTheSamePlacesHoweverTheBytesCome() throws Exception {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            for (String delimiter : List.of("\n", "a", "aa", "ab", "é", "b東")) {
                assertThat(cut(text.toString(), delimiter, random))
                        .as("seed %d, delimiter %s", seed, delimiter)
                        .isEqualTo(expected(text.toString(), delimiter));
            }
        }
    }

    @Test
    void shouldTakeLongRecords() throws Exception {
        RecordCutter cutter = new RecordCutter("\n");
        byte[] piece = new byte[16 << 10];
        Arrays.fill(piece, (byte) 'x');
        for (int i = 0; i < 100; i++) {
            cutter.add(piece);
            assertThat(cutter.next()).isNull();
        }
        cutter.add(new byte[] {'\n'});
        assertThat(cutter.next()).hasSize(100 * piece.length).matches("x+");
    }

    @Test
    void shouldRefuseAnEndlessRecord() {
        RecordCutter cutter = new RecordCutter("\n");
        byte[] piece = new byte[1 << 20];
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 40; i++) {
                                cutter.add(piece);
                                assertThat(cutter.next()).isNull();
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("check the delimiter");
    }
}
