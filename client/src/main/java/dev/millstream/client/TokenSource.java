package dev.millstream.client;

import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.protocol.rest.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Where a client has the cluster's token from. Thread-safe. */
public final class TokenSource {
    private static final int MAX_BYTES = 1_024;
    private static final Set<PosixFilePermission> OF_OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private TokenSource() {}

    /**
     * The token in the configured file.
     *
     * @throws IllegalArgumentException if there is none that may be used; the message says what to
     *     do
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
        return read(file);
    }

    /**
     * The token in a file that nobody but its owner may touch: who reads it controls the cluster,
     * and who writes it sends its users' programs to another one.
     *
     * @throws IllegalArgumentException if there is none that may be used; the message says what to
     *     do
     */
    public static Token read(Path file) {
        try (var content = Files.newInputStream(file)) {
            refuseIfOthersMayTouch(file);
            return Token.of(new String(content.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "There is no token file "
                            + file
                            + " (security.token-file). Name the one that the cluster has made at"
                            + " its first start, or copy it there",
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

    private static void refuseIfOthersMayTouch(Path file) throws IOException {
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        try {
            rights.addAll(Files.getPosixFilePermissions(file));
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "its file system has no owner's rights, so that everybody may read it; keep it"
                            + " elsewhere",
                    e);
        }
        rights.retainAll(OF_OTHERS);
        if (!rights.isEmpty()) {
            throw new IllegalArgumentException(
                    "others than its owner may touch it ("
                            + rights
                            + "), and who reads it controls the cluster. Replace it if somebody may"
                            + " have read it, and run 'chmod 600 "
                            + file
                            + "'");
        }
    }
}
