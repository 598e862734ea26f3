package dev.millstream.taskmanager.classes;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.platform.Platform;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.lane.BlockingPool;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The jars of one process on its disk, by hash. Several users of one jar share its file. Belongs to
 * one lane.
 */
final class BlobCache {
    private final FileStore files;
    private final BlockingPool pool;
    private final Executor lane;
    private final BlobIndex index;
    private final String folder;
    private final Map<String, CompletableFuture<String>> paths = new TreeMap<>();
    private @Nullable CompletableFuture<String> directory;

    /** Complete when nothing that was evicted is still to be deleted. */
    private CompletableFuture<Void> evictions = CompletableFuture.completedFuture(null);

    private long fetches;

    /**
     * @param folder name of a folder for this cache alone, below the scratch folder; created when
     *     first needed
     */
    BlobCache(Platform platform, Executor lane, long limitBytes, String folder) {
        this.files = platform.files();
        this.pool = platform.blockingPool();
        this.lane = lane;
        this.index = new BlobIndex(limitBytes);
        this.folder = folder;
    }

    /**
     * The file of a jar, fetched if need be. Who gets it releases it; who gets a failure doesn't.
     *
     * @return its path; completed on any thread
     */
    CompletableFuture<String> acquire(BlobKey blob, BlobSource source) {
        if (index.acquire(blob)) {
            paths.put(blob.sha256(), fetch(blob, source));
        }
        CompletableFuture<String> path = paths.get(blob.sha256());
        if (path == null) {
            throw new IllegalStateException("Jar " + blob.sha256() + " is indexed without a file");
        }
        return path;
    }

    /** One user less. */
    void release(BlobKey blob) {
        for (String evicted : index.release(blob)) {
            evictions = CompletableFuture.allOf(evictions, delete(evicted));
        }
    }

    /** Deletes everything; nothing may be in use any more. */
    CompletableFuture<Void> close() {
        CompletableFuture<String> made = directory;
        if (made == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<?>[] deletions =
                index.all().stream().map(this::delete).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(evictions, CompletableFuture.allOf(deletions))
                .thenCombine(made, (_, path) -> path)
                .thenCompose(path -> pool.submit("delete jar folder", () -> delete(files, path)));
    }

    private CompletableFuture<String> fetch(BlobKey blob, BlobSource source) {
        // A number in the name: an evicted file of the same jar may be about to be deleted.
        String name = "/" + blob.sha256() + "-" + fetches++ + ".jar";
        CompletableFuture<String> fetched =
                directory()
                        .thenCompose(path ->
                                new BlobFetch(blob, source, files, pool, path + name).start());
        var _ =
                fetched.whenCompleteAsync(
                        (_, failure) -> {
                            if (failure != null && paths.remove(blob.sha256(), fetched)) {
                                index.drop(blob);
                            }
                        },
                        lane);
        return fetched;
    }

    private CompletableFuture<String> directory() {
        if (directory == null || directory.isCompletedExceptionally()) {
            directory =
                    pool.submit(
                            "create jar folder",
                            () -> {
                                String path = files.scratchDirectory() + "/" + folder;
                                files.createDirectories(path);
                                return path;
                            });
        }
        return directory;
    }

    private CompletableFuture<Void> delete(String sha256) {
        CompletableFuture<String> path = paths.remove(sha256);
        if (path == null) {
            return CompletableFuture.completedFuture(null);
        }
        return path.handle((found, failure) -> failure == null ? found : "")
                .thenCompose(found ->
                        found.isEmpty()
                                ? CompletableFuture.completedFuture(null)
                                : pool.submit("delete jar", () -> delete(files, found)));
    }

    private static Void delete(FileStore files, String path) throws IOException {
        files.delete(path);
        return null;
    }
}
