package dev.millstream.cluster.client;

import dev.millstream.api.common.JobID;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.lane.Lane;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client's requests for collected records of one job. Each is repeated, after longer and longer
 * delays, while there is nothing yet. Thread-safe: requests come from the program's threads,
 * answers on the cluster's.
 */
final class CollectedFetches {
    private static final int MAX_TRIES = 60;
    private static final int TRIES_BEFORE_RESTART = 4;
    private static final long MAX_DELAY_MS = 32;

    private final JobID job;
    private final DispatcherGateway dispatcher;
    private final Lane lane;
    private final AtomicLong numbers = new AtomicLong();

    /** Requests that wait for their answer, by number. */
    private final ConcurrentSkipListMap<Long, CompletableFuture<CollectedRecords>> waiting =
            new ConcurrentSkipListMap<>();

    /**
     * Makes requests through a Dispatcher.
     *
     * @param lane for delays
     */
    CollectedFetches(JobID job, DispatcherGateway dispatcher, Lane lane) {
        this.job = job;
        this.dispatcher = dispatcher;
        this.lane = lane;
    }

    CompletableFuture<CollectedRecords> fetch(String collectId, long offset) {
        CompletableFuture<CollectedRecords> fetched = new CompletableFuture<>();
        long number = numbers.getAndIncrement();
        waiting.put(number, fetched);
        fetch(collectId, offset, 1, fetched);
        return fetched.whenComplete((_, _) -> waiting.remove(number));
    }

    /** Nobody answers any more: fails all requests that wait. */
    void fail(Throwable cause) {
        waiting.values().forEach(fetched -> fetched.completeExceptionally(cause));
    }

    private void fetch(
            String collectId, long offset, int tries, CompletableFuture<CollectedRecords> fetched) {
        if (fetched.isDone()) {
            return;
        }
        var _ =
                dispatcher
                        .fetchCollected(job, collectId, offset)
                        .whenComplete((results, failure) -> {
                            boolean last = tries == MAX_TRIES;
                            if (failure == null && (last || isAnswer(results, offset, tries))) {
                                fetched.complete(records(results));
                            } else if (last) {
                                fetched.completeExceptionally(failure);
                            } else {
                                lane.schedule(
                                        delayMs(tries),
                                        () -> fetch(collectId, offset, tries + 1, fetched));
                            }
                        });
    }

    private static long delayMs(int tries) {
        return tries > 5 ? MAX_DELAY_MS : Math.min(1L << tries, MAX_DELAY_MS);
    }

    /** Another offset than the one asked for means that a restarted task begins anew. */
    private static boolean isAnswer(CollectedResults results, long offset, int tries) {
        return results.finished()
                || !results.records().isEmpty()
                || (results.offset() != offset && tries >= TRIES_BEFORE_RESTART);
    }

    private static CollectedRecords records(CollectedResults results) {
        return new CollectedRecords(
                results.offset(),
                results.records().stream().map(Bytes::array).toList(),
                results.finished(),
                results.attempt());
    }
}
