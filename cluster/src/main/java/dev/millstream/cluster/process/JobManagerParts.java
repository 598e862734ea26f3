package dev.millstream.cluster.process;

import dev.millstream.jobmanager.leader.LeaderElection;
import dev.millstream.jobmanager.leader.LoneLeaderElection;
import dev.millstream.jobmanager.ledger.JobLedger;
import dev.millstream.jobmanager.resourcemanager.provider.ResourceProvider;
import dev.millstream.jobmanager.resourcemanager.provider.StandaloneProvider;
import dev.millstream.platform.Platform;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What a JobManager is made of beyond its endpoints.
 *
 * @param election says when it leads
 * @param ledger opens the list of running jobs; asked for once it leads
 * @param provider makes what starts TaskManagers, once the JobManager leads
 * @param blobDirectory where jars are kept
 */
public record JobManagerParts(
        LeaderElection election,
        Supplier<CompletableFuture<? extends JobLedger>> ledger,
        Supplier<ResourceProvider> provider,
        String blobDirectory) {
    /** One that starts no TaskManagers, and leaves nothing behind when it ends. */
    public static JobManagerParts transientOnes(Platform platform) {
        return new JobManagerParts(
                new LoneLeaderElection(platform.clock()),
                () -> CompletableFuture.completedFuture(JobLedger.NONE),
                StandaloneProvider::new,
                platform.files().scratchDirectory() + "/blobs");
    }
}
