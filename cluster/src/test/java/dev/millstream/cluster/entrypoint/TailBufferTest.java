package dev.millstream.cluster.entrypoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TailBufferTest {
    private static String tail(int maxBytes, String... added) {
        TailBuffer tail = new TailBuffer(maxBytes);
        for (String text : added) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            tail.add(bytes, bytes.length);
        }
        return new String(tail.content(), StandardCharsets.US_ASCII);
    }

    @Test
    void shouldKeepAllThatFitsAndTheEndOfMore() {
        assertThat(tail(4)).isEmpty();
        assertThat(tail(4, "ab", "", "cd")).isEqualTo("abcd");
        assertThat(tail(4, "ab", "cde")).isEqualTo("bcde");
        assertThat(tail(4, "abc", "defghijklm", "n")).isEqualTo("klmn");
    }
}
