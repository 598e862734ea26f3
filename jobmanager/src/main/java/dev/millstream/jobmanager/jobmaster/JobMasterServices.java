package dev.millstream.jobmanager.jobmaster;

import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.blob.BlobFiles;
import dev.millstream.platform.Platform;

/**
 * What all JobMasters of a process share.
 *
 * @param platform the machine
 * @param configuration of the cluster; a job's own options override it
 * @param blobs where TaskManagers' requests for jars are read
 * @param resourceManagerAddress whom to ask for slots
 */
public record JobMasterServices(
        Platform platform,
        Configuration configuration,
        BlobFiles blobs,
        String resourceManagerAddress) {}
