package dev.millstream.connector.file.src.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFeedsTest {
    /** Line feeds, what differs from one by a bit or by one, and the extremes. */
    private static final byte[] NEAR = {
        '\n', '\n' - 1, '\n' + 1, '\n' | (byte) 0x80, 0, 1, -1, 127
    };

    @Test
    void shouldFindWhatASearchByteByByteFinds() {
        Random random = new Random(10);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            int kinds = random.nextInt(NEAR.length) + 1;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = NEAR[NEAR.length - 1 - random.nextInt(kinds)];
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            assertThat(LineFeeds.find(bytes, from, to)).isEqualTo(oneByOne(bytes, from, to));
        }
    }

    private static int oneByOne(byte[] bytes, int from, int to) {
        for (int index = from; index < to; index++) {
            if (bytes[index] == '\n') {
                return index;
            }
        }
        return -1;
    }
}
