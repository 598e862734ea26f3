package dev.millstream.client.jar;

import dev.millstream.graph.job.BlobKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes all jars that it hasn't. */
final class FakeTarget implements JarTarget {
    final List<BlobKey> present = new ArrayList<>();
    final List<String> put = new ArrayList<>();

    @Override
    public CompletableFuture<Boolean> has(BlobKey jar) {
        return CompletableFuture.completedFuture(present.contains(jar));
    }

    @Override
    public CompletableFuture<Void> put(BlobKey jar, String path) {
        put.add(path);
        return CompletableFuture.completedFuture(null);
    }
}
