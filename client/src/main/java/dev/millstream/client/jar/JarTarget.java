package dev.millstream.client.jar;

import dev.millstream.graph.job.BlobKey;
import java.util.concurrent.CompletableFuture;

/** Where jars are brought to. Thread-safe. */
public interface JarTarget {
    /** Whether a jar is there already. */
    CompletableFuture<Boolean> has(BlobKey jar);

    /**
     * Brings a jar there.
     *
     * @param path of the file, which the key names
     */
    CompletableFuture<Void> put(BlobKey jar, String path);
}
