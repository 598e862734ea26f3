package dev.millstream.jobmanager.blob;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.jobmanager.Answers;
import dev.millstream.protocol.task.Acknowledge;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes blobs in, piece by piece, and checks their hash. Belongs to the Dispatcher's main thread;
 * files are touched in the blocking pool.
 */
public final class BlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(BlobStore.class);

    /** Clients that upload at the same time. One more, and the oldest upload is dropped. */
    private static final int MAX_UPLOADS = 32;

    /** Pieces of one upload that wait to be written. */
    private static final int MAX_QUEUED_PIECES = 16;

    private final BlobFiles place;
    private final BlobLimits limits;
    private final Executor mainThread;
    private final LinkedHashMap<BlobKey, Upload> uploads = new LinkedHashMap<>();
    private final LinkedHashSet<BlobKey> stored = new LinkedHashSet<>();
    private CompletableFuture<Boolean> lastDeletion = CompletableFuture.completedFuture(true);
    private long uploadNumber;

    /** An upload with its pieces in order behind each other. */
    private static final class Upload {
        final BlobUpload file;
        CompletableFuture<Boolean> last;
        int queued;

        Upload(BlobUpload file, CompletableFuture<Boolean> after) {
            this.file = file;
            this.last = after;
        }
    }

    public BlobStore(BlobFiles place, BlobLimits limits, Executor mainThread) {
        this.place = place;
        this.limits = limits;
        this.mainThread = mainThread;
    }

    public boolean has(BlobKey blob) {
        return stored.contains(blob);
    }

    /** The first of these that isn't here. */
    public Optional<BlobKey> missing(List<BlobKey> blobs) {
        return blobs.stream().filter(blob -> !has(blob)).findFirst();
    }

    /**
     * Takes a piece in. Fails with a {@link BlobException} when it can't follow, when a limit is
     * exceeded, or when with the last piece the hash is wrong.
     *
     * @param inUse whether some job needs a blob, so that it is not to be deleted
     */
    public CompletableFuture<Acknowledge> write(
            BlobKey blob, long offset, Bytes piece, Predicate<BlobKey> inUse) {
        if (has(blob)) {
            return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
        }
        Upload upload = uploads.get(blob);
        Optional<String> refusal =
                refusal(blob, offset, piece)
                        .or(() -> upload == null ? noRoom(blob, inUse) : busy(upload));
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(new BlobException(refusal.get()));
        }
        return append(blob, upload == null ? begin(blob) : upload, offset, piece);
    }

    private Upload begin(BlobKey blob) {
        if (uploads.size() >= MAX_UPLOADS) {
            BlobKey oldest = uploads.firstEntry().getKey();
            Upload dropped = uploads.remove(oldest);
            if (dropped != null) {
                discard(dropped);
            }
        }
        // A file of the same name may be about to be deleted.
        Upload upload = new Upload(new BlobUpload(place, blob, uploadNumber++), lastDeletion);
        uploads.put(blob, upload);
        return upload;
    }

    private CompletableFuture<Acknowledge> append(
            BlobKey blob, Upload upload, long offset, Bytes piece) {
        upload.queued++;
        upload.last =
                upload.last.thenCompose(_ ->
                        place.pool().submit("write blob", () -> upload.file.append(offset, piece)));
        CompletableFuture<Acknowledge> answer = new CompletableFuture<>();
        Answers.whenDone(
                upload.last,
                mainThread,
                (complete, failure) -> {
                    written(blob, upload, complete, failure);
                    if (failure == null) {
                        answer.complete(Acknowledge.INSTANCE);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
        return answer;
    }

    private void written(
            BlobKey blob, Upload upload, @Nullable Boolean complete, @Nullable Throwable failure) {
        upload.queued--;
        if (failure != null) {
            uploads.remove(blob, upload);
            discard(upload);
        } else if (Boolean.TRUE.equals(complete)) {
            uploads.remove(blob, upload);
            stored.add(blob);
        }
    }

    private void discard(Upload upload) {
        var _ =
                upload.last
                        .handle((_, _) -> true)
                        .thenCompose(_ ->
                                place.pool()
                                        .submit(
                                                "discard blob",
                                                () -> {
                                                    upload.file.discard();
                                                    return true;
                                                }))
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                LOG.warn("What is left of an upload can't be deleted", failure);
                            }
                        });
    }

    private Optional<String> refusal(BlobKey blob, long offset, Bytes piece) {
        if (!BlobFiles.isWellFormed(blob)) {
            return Optional.of("'" + blob.sha256() + "' is no SHA-256 hash in hexadecimal digits");
        }
        if (blob.sizeBytes() > limits.maxBlobBytes()) {
            return Optional.of(
                    "A jar of "
                            + blob.sizeBytes()
                            + " bytes is larger than blob.max-size allows: "
                            + limits.maxBlobBytes());
        }
        if (offset < 0 || piece.length() > BlobFiles.MAX_PIECE_BYTES) {
            return Optional.of(
                    "A piece has at most " + BlobFiles.MAX_PIECE_BYTES + " bytes, from 0 on");
        }
        return Optional.empty();
    }

    private static Optional<String> busy(Upload upload) {
        return upload.queued >= MAX_QUEUED_PIECES
                ? Optional.of("Too many pieces are under way; wait for earlier ones' answers")
                : Optional.empty();
    }

    /** Makes room for a new blob by deleting old ones; says so if that isn't enough. */
    private Optional<String> noRoom(BlobKey blob, Predicate<BlobKey> inUse) {
        long allowed = limits.maxTotalBytes() - blob.sizeBytes();
        for (BlobKey old : List.copyOf(stored)) {
            if (totalBytes() <= allowed) {
                break;
            }
            if (!inUse.test(old)) {
                stored.remove(old);
                delete(old);
            }
        }
        return totalBytes() <= allowed
                ? Optional.empty()
                : Optional.of(
                        "There is no room for a jar of "
                                + blob.sizeBytes()
                                + " bytes: running jobs' jars take "
                                + totalBytes()
                                + " of the "
                                + limits.maxTotalBytes()
                                + " that blob.storage.max-size allows");
    }

    private long totalBytes() {
        long total = 0;
        for (BlobKey key : stored) {
            total += key.sizeBytes();
        }
        for (BlobKey key : uploads.keySet()) {
            total += key.sizeBytes();
        }
        return total;
    }

    private void delete(BlobKey blob) {
        lastDeletion =
                lastDeletion.thenCompose(
                        _ -> place.pool().submit("delete blob", () -> deleteNow(blob)));
    }

    private boolean deleteNow(BlobKey blob) {
        try {
            place.files().delete(place.path(blob));
            return true;
        } catch (IOException e) {
            LOG.warn("Blob {} can't be deleted", blob, e);
            return false;
        }
    }
}
