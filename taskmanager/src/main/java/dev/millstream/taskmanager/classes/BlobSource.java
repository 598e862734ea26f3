package dev.millstream.taskmanager.classes;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import java.util.concurrent.CompletableFuture;

/** Where the pieces of a jar come from: a job's JobMaster. */
@FunctionalInterface
public interface BlobSource {
    /**
     * Reads a piece; completed on any thread.
     *
     * @param length at most 1 MiB
     */
    CompletableFuture<Bytes> read(BlobKey blob, long offset, int length);
}
