package dev.millstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSourceTest {
    private static final String TEXT = "0123456789abcdef0123456789abcdef";

    @TempDir private Path folder;

    private Path file(String rights) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TEXT + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void shouldReadAFileThatItsOwnerAloneMayTouch(String rights) throws Exception {
        Path file = file(rights);
        Configuration configuration =
                new Configuration().set(RestOptions.TOKEN_FILE, file.toString());

        assertThat(TokenSource.read(file).reveal()).isEqualTo(TEXT);
        assertThat(TokenSource.of(configuration).reveal()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx"})
    void shouldRefuseAFileThatOthersMayTouch(String rights) throws Exception {
        Path file = file(rights);

        assertThatThrownBy(() -> TokenSource.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("others than its owner may touch it")
                .hasMessageContaining("chmod 600 " + file)
                .hasMessageNotContaining(TEXT);
    }

    @Test
    void shouldSayWhichFileIsMissingOrHoldsNoToken() throws Exception {
        assertThatThrownBy(() -> TokenSource.read(folder.resolve("none")))
                .hasMessageContaining("There is no token file " + folder.resolve("none"));
        Path file = file("rw-------");
        Files.writeString(file, "x".repeat(100_000));
        assertThatThrownBy(() -> TokenSource.read(file))
                .hasMessageContaining("The token file " + file)
                .hasMessageContaining("can't be used");
    }
}
