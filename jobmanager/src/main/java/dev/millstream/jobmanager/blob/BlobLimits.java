package dev.millstream.jobmanager.blob;

import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.JobManagerOptions;

/**
 * Bounds of a {@link BlobStore}.
 *
 * @param maxBlobBytes of one blob
 * @param maxTotalBytes of all blobs
 */
public record BlobLimits(long maxBlobBytes, long maxTotalBytes) {
    public static BlobLimits of(Configuration configuration) {
        return new BlobLimits(
                configuration.get(JobManagerOptions.MAX_BLOB_SIZE).bytes(),
                configuration.get(JobManagerOptions.MAX_BLOB_STORAGE).bytes());
    }
}
