package dev.millstream.client.jar;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.platform.Platform;
import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Brings a program's jars to a cluster. Thread-safe. */
public final class JarUpload {
    private final Platform platform;

    public JarUpload(Platform platform) {
        this.platform = platform;
    }

    /** Reads jars and names them by their content; in the same order, each once. */
    public CompletableFuture<Map<BlobKey, String>> identify(List<String> paths) {
        if (paths.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return platform.blockingPool()
                .submit(
                        "hash jars",
                        () -> {
                            Map<BlobKey, String> jars = new LinkedHashMap<>();
                            for (String path : paths) {
                                jars.putIfAbsent(identify(path), path);
                            }
                            return jars;
                        });
    }

    /** Uploads what isn't there yet, one after the other. */
    public CompletableFuture<Void> upload(Map<BlobKey, String> jars, JarTarget to) {
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (Map.Entry<BlobKey, String> jar : jars.entrySet()) {
            before =
                    before.thenCompose(_ -> to.has(jar.getKey()))
                            .thenCompose(present ->
                                    present
                                            ? CompletableFuture.completedFuture(null)
                                            : to.put(jar.getKey(), jar.getValue()));
        }
        return before;
    }

    private BlobKey identify(String path) throws IOException {
        try (ReadableFile file = platform.files().open(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long position = 0;
            for (int read = file.read(0, buffer, 0, buffer.length);
                    read > 0;
                    read = file.read(position, buffer, 0, buffer.length)) {
                digest.update(buffer, 0, read);
                position += read;
            }
            return new BlobKey(HexFormat.of().formatHex(digest.digest()), position);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new IOException("The jar " + path + " can't be read: " + e.getMessage(), e);
        }
    }
}
