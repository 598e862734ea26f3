package dev.millstream.rest.jar;

import dev.millstream.rest.route.RestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes uploads into files whose names are its own, hashes them on the way, and checks them. A few
 * at a time. Thread-safe.
 */
public final class JarStaging {
    private static final Logger LOG = LoggerFactory.getLogger(JarStaging.class);
    private static final String SUFFIX = ".part";
    private static final int MAX_UPLOADS = 8;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int INSUFFICIENT_STORAGE = 507;

    private final Path directory;
    private final JarLimits limits;
    private final Semaphore uploads = new Semaphore(MAX_UPLOADS);

    /**
     * Deletes what an earlier process has left there.
     *
     * @param directory exists
     */
    public JarStaging(Path directory, JarLimits limits) throws IOException {
        this.directory = directory;
        this.limits = limits;
        try (Stream<Path> left = Files.list(directory)) {
            for (Path path : left.filter(it -> it.toString().endsWith(SUFFIX)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /**
     * Takes an upload in.
     *
     * @param announcedBytes how long it is said to be; -1 if nothing is said
     * @throws RestException if it is too large, or no jar; then nothing is left of it
     */
    public StagedJar stage(InputStream content, long announcedBytes) throws IOException {
        if (announcedBytes > limits.maxBytes()) {
            throw tooLarge();
        }
        if (!uploads.tryAcquire()) {
            throw RestException.unavailable(
                    MAX_UPLOADS + " uploads are under way already; try again in a moment");
        }
        try {
            return stage(content);
        } finally {
            uploads.release();
        }
    }

    private StagedJar stage(InputStream content) throws IOException {
        Path file = newFile();
        try {
            MessageDigest digest = sha256();
            long size = copy(content, file, digest);
            Optional<String> entryClass = JarCheck.check(file, limits);
            return new StagedJar(file, HexFormat.of().formatHex(digest.digest()), size, entryClass);
        } catch (IOException | RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    private Path newFile() throws IOException {
        try {
            return Files.createTempFile(directory, "upload", SUFFIX);
        } catch (IOException e) {
            throw notStored(e);
        }
    }

    private long copy(InputStream content, Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limits.maxBytes()) {
                    throw tooLarge();
                }
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
        }
        return size;
    }

    private void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw notStored(e);
        }
    }

    /** Deletes a staged file. */
    public void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} can't be deleted", file, e);
        }
    }

    /** It isn't the client's fault. */
    RestException notStored(IOException e) {
        return new RestException(
                INSUFFICIENT_STORAGE,
                "The JobManager can't store the jar: "
                        + e.getMessage()
                        + ". Make room on its disk, or name another folder in web.upload.dir");
    }

    private RestException tooLarge() {
        return RestException.tooLarge(
                "The jar is larger than the "
                        + limits.maxBytes()
                        + " bytes that rest.server.max-content-length allows");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
