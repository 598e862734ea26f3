package dev.millstream.client;

import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.protocol.rest.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a client has the cluster's token from. */
final class TokenSource {
    private static final int MAX_BYTES = 1_024;

    private TokenSource() {}

    /**
     * The token in the configured file.
     *
     * @throws IllegalArgumentException if there is none; the message says what to do
     */
    static Token of(Configuration configuration) {
        Path file =
                configuration
                        .getOptional(RestOptions.TOKEN_FILE)
                        .map(Path::of)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "The option security.token-file is not set: a program"
                                                + " that runs on a cluster needs the cluster's"
                                                + " token. Name the file that the cluster has made"
                                                + " at its first start"));
        try (var content = Files.newInputStream(file)) {
            return Token.of(new String(content.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "There is no token file "
                            + file
                            + " (security.token-file). Name the one that the cluster has made at"
                            + " its first start",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The token file "
                            + file
                            + " (security.token-file) can't be used: "
                            + e.getMessage(),
                    e);
        }
    }
}
