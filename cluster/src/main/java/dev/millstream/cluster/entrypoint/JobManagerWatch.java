package dev.millstream.cluster.entrypoint;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.error.Failures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a TaskManager's JobManager is gone for good. The TaskExecutor registers anew with one
 * that has been started again; this only sees to it that none waits for ever. Belongs to its lane.
 */
final class JobManagerWatch {
    private static final long PAUSE_MS = 500;

    private final RpcService rpc;
    private final String resourceManager;
    private final Lane lane;
    private final Clock clock;
    private final Duration patience;
    private final CompletableFuture<String> gone = new CompletableFuture<>();
    private long lostSinceMs;

    JobManagerWatch(
            RpcService rpc, String resourceManager, Lane lane, Clock clock, Duration patience) {
        this.rpc = rpc;
        this.resourceManager = resourceManager;
        this.lane = lane;
        this.clock = clock;
        this.patience = patience;
    }

    /** Begins; completed with a paragraph when there has been no JobManager for too long. */
    CompletableFuture<String> start() {
        lane.execute(this::lost);
        return gone;
    }

    private void lost() {
        lostSinceMs = clock.monotonicMs();
        attempt();
    }

    private void attempt() {
        var _ =
                rpc.connect(resourceManager, ResourceManagerGateway.class)
                        .whenCompleteAsync(this::attempted, lane);
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null
                ? "no answer"
                : String.valueOf(Failures.unwrapped(failure).getMessage());
    }

    private void attempted(@Nullable ResourceManagerGateway found, @Nullable Throwable failure) {
        if (found != null) {
            var _ = rpc.watch(found, lane, _ -> lost());
        } else if (clock.monotonicMs() - lostSinceMs > patience.toMillis()) {
            gone.complete(
                    "The TaskManager has had no JobManager for "
                            + patience.toSeconds()
                            + " s (taskmanager.registration.timeout), so it ends. The last attempt"
                            + " failed: "
                            + reason(failure)
                            + ".");
        } else {
            var _ = lane.schedule(PAUSE_MS, this::attempt);
        }
    }
}
