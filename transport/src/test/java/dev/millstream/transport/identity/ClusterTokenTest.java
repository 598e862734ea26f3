package dev.millstream.transport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClusterTokenTest {
    private static final String TEXT = "00112233445566778899aabbccddeeff".repeat(2);

    @Test
    void shouldBeReadFromWhatItReveals() {
        ClusterToken token = ClusterToken.random("here");
        ClusterToken read = ClusterToken.parse(" " + token.reveal() + "\n", "there");
        assertThat(read.sign(new byte[] {1, 2}, new byte[] {3}))
                .isEqualTo(token.sign(new byte[] {1, 2, 3}));
        assertThat(token.matches(read.reveal())).isTrue();
    }

    @Test
    void shouldDifferEachTime() {
        ClusterToken token = ClusterToken.random("here");
        assertThat(token.matches(ClusterToken.random("here").reveal())).isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    void shouldNotShowItself() {
        assertThat(ClusterToken.parse(TEXT, "a file"))
                .hasToString("ClusterToken[redacted, from a file]");
    }

    @Test
    void shouldRefuseWhatIsNoTokenWithoutShowingIt() {
        for (String text : new String[] {"", "secret", TEXT + "00", TEXT.replace('a', 'x')}) {
            assertThatThrownBy(() -> ClusterToken.parse(text, "a file"))
                    .isInstanceOf(ClusterTokenException.class)
                    .hasMessageContaining("a file")
                    .hasMessageContaining("security.token-file")
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("0011");
        }
    }
}
