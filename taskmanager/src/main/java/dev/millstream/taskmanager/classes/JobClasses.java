package dev.millstream.taskmanager.classes;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.Lane;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One class loader for each job that has tasks in this process, which tasks of all its TaskManagers
 * share, since they pass records by reference. Opened for the first lease, closed after the last.
 * Thread-safe: works on a lane of its own.
 */
public final class JobClasses {
    private static final Logger LOG = LoggerFactory.getLogger(JobClasses.class);

    private final Platform platform;
    private final UserClassLoaders loaders;
    private final ClassesLease parentLease;
    private final Lane lane;
    private final BlobCache cache;
    private final Map<JobID, JobLoader> jobs = new TreeMap<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** Belongs to the lane. */
    private boolean closing;

    /**
     * @param loaders opens loaders over jars
     * @param parent the loader of jobs without jars
     * @param cacheLimitBytes how many bytes of jars that are not in use are kept, and those in use
     */
    public JobClasses(
            Platform platform, UserClassLoaders loaders, ClassLoader parent, long cacheLimitBytes) {
        this.platform = platform;
        this.loaders = loaders;
        this.parentLease =
                new ParentLease(parent, JobSerialization.ofDefault().serializers(parent));
        this.lane =
                platform.lanes()
                        .create("job-classes", failure -> LOG.error("Job classes failed", failure));
        String folder = "jars-" + Long.toHexString(platform.randomness().nextLong());
        this.cache = new BlobCache(platform, lane, cacheLimitBytes, folder);
    }

    /**
     * Leases the loader of a job.
     *
     * @param serialization heeded by the first lease; those that follow share its serializers
     * @param source where missing jars come from
     * @return completed on any thread; fails when a jar can't be had
     */
    public CompletableFuture<ClassesLease> acquire(
            JobID job, List<BlobKey> jars, JobSerialization serialization, BlobSource source) {
        if (jars.isEmpty()) {
            return acquireParent(serialization);
        }
        CompletableFuture<ClassesLease> result = new CompletableFuture<>();
        lane.execute(() -> acquireOnLane(job, List.copyOf(jars), serialization, source, result));
        return result;
    }

    private CompletableFuture<ClassesLease> acquireParent(JobSerialization serialization) {
        if (serialization.isDefault()) {
            return CompletableFuture.completedFuture(parentLease);
        }
        try {
            return CompletableFuture.completedFuture(
                    new ParentLease(
                            parentLease.loader(), serialization.serializers(parentLease.loader())));
        } catch (RuntimeException unusable) {
            return CompletableFuture.failedFuture(unusable);
        }
    }

    /** Closes all loaders and deletes the cached jars. Idempotent; never fails. */
    public CompletableFuture<Void> close() {
        lane.execute(this::closeOnLane);
        return closed;
    }

    private void closeOnLane() {
        closing = true;
        List<CompletableFuture<Void>> closings = new ArrayList<>();
        jobs.values().forEach(loader -> closings.add(loader.close()));
        jobs.clear();
        var _ =
                CompletableFuture.allOf(closings.toArray(CompletableFuture<?>[]::new))
                        .handleAsync((_, failure) -> warn(failure), lane)
                        .thenCompose(_ -> cache.close())
                        .whenComplete((_, failure) -> {
                            warn(failure);
                            lane.close();
                            closed.complete(null);
                        });
    }

    private static boolean warn(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("Not all classes were closed, or not all jars deleted", failure);
        }
        return failure == null;
    }

    private void acquireOnLane(
            JobID job,
            List<BlobKey> jars,
            JobSerialization serialization,
            BlobSource source,
            CompletableFuture<ClassesLease> result) {
        if (closing) {
            // A jar that is fetched now would outlive the folder's deletion.
            result.completeExceptionally(
                    new IllegalStateException("The TaskManager ends; it opens no more jobs"));
            return;
        }
        JobLoader loader = jobs.get(job);
        if (loader == null) {
            loader =
                    new JobLoader(
                            job,
                            jars,
                            cache,
                            new JobLoader.Opening(loaders, serialization),
                            platform.blockingPool(),
                            lane);
            jobs.put(job, loader);
            loader.open(source);
        }
        loader.addUser();
        JobLoader leased = loader;
        var _ =
                loader.opened()
                        .whenComplete((opened, failure) ->
                                lane.execute(() -> answer(leased, opened, failure, result)));
    }

    private void answer(
            JobLoader leased,
            JobLoader.@Nullable Opened opened,
            @Nullable Throwable failure,
            CompletableFuture<ClassesLease> result) {
        if (opened != null) {
            result.complete(new JobLease(opened.loader(), opened.serializers(), leased));
        } else {
            releaseOnLane(leased);
            result.completeExceptionally(
                    failure != null ? failure : new IllegalStateException("Nothing was opened"));
        }
    }

    private void releaseOnLane(JobLoader loader) {
        if (loader.removeUser() && jobs.remove(loader.job(), loader)) {
            CompletableFuture<Void> closing = loader.close();
            var _ =
                    closing.exceptionally(failure -> {
                        LOG.warn(
                                "The class loader of job {} was not closed", loader.job(), failure);
                        return null;
                    });
        }
    }

    private record ParentLease(ClassLoader loader, Serializers serializers)
            implements ClassesLease {
        @Override
        public void release() {
            // There is nothing to give back: the parent outlives all jobs.
        }
    }

    private final class JobLease implements ClassesLease {
        private final ClassLoader loader;
        private final Serializers serializers;
        private final JobLoader from;
        private boolean released;

        JobLease(ClassLoader loader, Serializers serializers, JobLoader from) {
            this.loader = loader;
            this.serializers = serializers;
            this.from = from;
        }

        @Override
        public ClassLoader loader() {
            return loader;
        }

        @Override
        public Serializers serializers() {
            return serializers;
        }

        @Override
        public void release() {
            lane.execute(() -> {
                if (!released) {
                    released = true;
                    releaseOnLane(from);
                }
            });
        }
    }
}
