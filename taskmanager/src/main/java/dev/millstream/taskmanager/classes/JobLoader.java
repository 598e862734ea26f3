package dev.millstream.taskmanager.classes;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.types.serialization.Serializers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The class loader of one job, with its users. Belongs to the lane of {@link JobClasses}. */
final class JobLoader {
    /** How the loader and its serializers are made. */
    record Opening(UserClassLoaders loaders, JobSerialization serialization) {}

    /** A loader that is ready. */
    record Opened(ClassLoader loader, Serializers serializers) {}

    private final JobID job;
    private final List<BlobKey> jars;
    private final BlobCache cache;
    private final Opening opening;
    private final BlockingPool pool;
    private final Executor lane;
    private final List<BlobKey> acquired = new ArrayList<>();
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();
    private @Nullable UserClassLoader open;
    private int users;
    private boolean closed;

    JobLoader(
            JobID job,
            List<BlobKey> jars,
            BlobCache cache,
            Opening opening,
            BlockingPool pool,
            Executor lane) {
        this.job = job;
        this.jars = jars;
        this.cache = cache;
        this.opening = opening;
        this.pool = pool;
        this.lane = lane;
    }

    JobID job() {
        return job;
    }

    /** Completed on the lane. */
    CompletableFuture<Opened> opened() {
        return opened;
    }

    void addUser() {
        users++;
    }

    /** One user less; tells whether that was the last one. */
    boolean removeUser() {
        return --users == 0;
    }

    /** Fetches the jars, all at the same time, and opens the loader. */
    void open(BlobSource source) {
        List<CompletableFuture<String>> paths = new ArrayList<>();
        for (BlobKey jar : jars) {
            CompletableFuture<String> path = cache.acquire(jar, source);
            paths.add(path.thenApplyAsync(fetched -> acquired(jar, fetched), lane));
        }
        var _ =
                CompletableFuture.allOf(paths.toArray(CompletableFuture<?>[]::new))
                        .thenCompose(_ ->
                                pool.submit(
                                        "open class loader",
                                        () ->
                                                opening.loaders()
                                                        .open(
                                                                "job-" + job,
                                                                paths.stream()
                                                                        .map(
                                                                                CompletableFuture
                                                                                        ::join)
                                                                        .toList())))
                        .thenApplyAsync(this::ready, lane)
                        .whenCompleteAsync(
                                (ready, failure) -> {
                                    if (failure == null) {
                                        opened.complete(ready);
                                    } else {
                                        opened.completeExceptionally(failure);
                                    }
                                },
                                lane);
    }

    private Opened ready(UserClassLoader loader) {
        open = loader;
        return new Opened(loader.loader(), opening.serialization().serializers(loader.loader()));
    }

    private String acquired(BlobKey jar, String path) {
        if (closed) {
            cache.release(jar);
        } else {
            acquired.add(jar);
        }
        return path;
    }

    /** Closes the loader, then gives its jars back. */
    CompletableFuture<Void> close() {
        closed = true;
        UserClassLoader closing = open;
        open = null;
        CompletableFuture<Void> closed =
                closing == null
                        ? CompletableFuture.completedFuture(null)
                        : pool.submit("close class loader", () -> closeNow(closing));
        return closed.handleAsync(
                (_, failure) -> {
                    acquired.forEach(cache::release);
                    acquired.clear();
                    if (failure != null) {
                        throw new IllegalStateException("Closing failed", failure);
                    }
                    return null;
                },
                lane);
    }

    private static Void closeNow(UserClassLoader loader) throws IOException {
        loader.closing().close();
        return null;
    }
}
