package dev.millstream.jobmanager.blob;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A blob that is arriving. All methods block; one thread of the pool at a time. */
final class BlobUpload {
    private final BlobFiles place;
    private final BlobKey blob;
    private final String partPath;
    private final MessageDigest digest;
    private @Nullable WritableFile file;
    private long position;
    private boolean complete;

    /**
     * @param number makes the name of its file unique
     */
    BlobUpload(BlobFiles place, BlobKey blob, long number) {
        this.place = place;
        this.blob = blob;
        this.partPath = place.directory() + "/" + blob.sha256() + "." + number + ".part";
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Appends a piece; one that is there already changes nothing: two clients may bring the same
     * blob at the same time.
     *
     * @return whether the blob is complete
     */
    boolean append(long offset, Bytes piece) throws IOException {
        if (complete) {
            return true;
        }
        if (offset > position) {
            throw new BlobException(
                    "Blob "
                            + blob.sha256()
                            + " has arrived up to byte "
                            + position
                            + "; a piece at "
                            + offset
                            + " can't follow. Start again at 0.");
        }
        int known = (int) Math.min(piece.length(), position - offset);
        int fresh = piece.length() - known;
        if (position + fresh > blob.sizeBytes()) {
            throw new BlobException(
                    "Blob " + blob.sha256() + " is longer than the announced " + blob.sizeBytes());
        }
        WritableFile target = target();
        target.write(piece.array(), known, fresh);
        digest.update(piece.array(), known, fresh);
        position += fresh;
        if (position < blob.sizeBytes()) {
            return false;
        }
        complete(target);
        complete = true;
        return true;
    }

    private WritableFile target() throws IOException {
        WritableFile target = file;
        if (target == null) {
            place.files().createDirectories(place.directory());
            target = place.files().create(partPath);
            file = target;
        }
        return target;
    }

    private void complete(WritableFile target) throws IOException {
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(blob.sha256())) {
            throw new BlobException(
                    "What was uploaded as blob "
                            + blob.sha256()
                            + " has the hash "
                            + actual
                            + ": it was altered on its way. Upload it again.");
        }
        target.close();
        file = null;
        place.files().rename(partPath, place.path(blob));
    }

    /** Deletes what has arrived. Does nothing when the blob is complete. */
    void discard() throws IOException {
        WritableFile target = file;
        if (target != null) {
            file = null;
            FileStore files = place.files();
            try {
                target.close();
            } finally {
                files.delete(partPath);
            }
        }
    }
}
