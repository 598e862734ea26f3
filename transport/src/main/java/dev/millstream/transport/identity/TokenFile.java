package dev.millstream.transport.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The file that holds a cluster's token. Only its owner may read it, from the moment at which it
 * comes into being; of several processes that make it at once, one does, and all get its token.
 */
public final class TokenFile {
    private static final int MAX_BYTES = 1_024;
    private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private final Path path;

    public TokenFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The token in the file; when there is none, a new one is put there first. */
    public ClusterToken loadOrCreate() {
        if (!Files.exists(path)) {
            create();
        }
        return load();
    }

    /**
     * The token in the file.
     *
     * @throws ClusterTokenException if there is no such file, it holds no token, or somebody else
     *     than its owner may touch it
     */
    public ClusterToken load() {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            refuseIfOthersMayTouchIt();
            ByteBuffer content = ByteBuffer.allocate(MAX_BYTES);
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // Until the end, or more than any token has.
            }
            String text = StandardCharsets.US_ASCII.decode(content.flip()).toString();
            return ClusterToken.parse(text, path.toString());
        } catch (NoSuchFileException e) {
            throw new ClusterTokenException(
                    "There is no token file "
                            + path
                            + ". The cluster's first process makes one; give this process the same"
                            + " file (security.token-file)",
                    e);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    private void refuseIfOthersMayTouchIt() throws IOException {
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        try {
            rights.addAll(Files.getPosixFilePermissions(path));
        } catch (UnsupportedOperationException e) {
            throw new ClusterTokenException(
                    "The file system of "
                            + path
                            + " has no owner's rights, so that everybody may read the cluster's"
                            + " token there; keep it elsewhere (security.token-file)",
                    e);
        }
        rights.retainAll(OF_OTHERS);
        if (!rights.isEmpty()) {
            throw new ClusterTokenException(
                    "Others than its owner may touch the token file "
                            + path
                            + " ("
                            + rights
                            + "). Who reads it controls the cluster: remove it, or run 'chmod 600 "
                            + path
                            + "' if nobody has read it");
        }
    }

    private void create() {
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder, rights(OWNER_ONLY_FOLDER));
            }
            // At random: two threads may ask at the same nanosecond.
            String suffix = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
            Path temporary = path.resolveSibling(path.getFileName() + "." + suffix);
            try {
                write(temporary, ClusterToken.random(path.toString()));
                // A link is made or is there already: never half a file, never another's token.
                Files.createLink(path, temporary);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; its token is the cluster's.
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw failed("made", e);
        }
    }

    private static void write(Path file, ClusterToken token) throws IOException {
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel =
                FileChannel.open(file, options, rights(OWNER_READS_AND_WRITES))) {
            ByteBuffer content =
                    ByteBuffer.wrap((token.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> rights(
            Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    private ClusterTokenException failed(String what, Exception cause) {
        return new ClusterTokenException(
                "The token file " + path + " could not be " + what + ": " + cause, cause);
    }
}
