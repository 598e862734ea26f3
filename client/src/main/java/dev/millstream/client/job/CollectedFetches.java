package dev.millstream.client.job;

import dev.millstream.api.common.JobID;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.lane.Lane;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A client's requests for collected records of one job. Each is repeated, after longer and longer
 * delays, while there is nothing yet. Thread-safe: requests come from the program's threads,
 * answers on the cluster's.
 *
 * <p>A job that collects finishes only when its client has asked for what comes behind the last
 * record, so that the client has all. Should the answer that says so be lost, the job's end says
 * it.
 */
final class CollectedFetches {
    private static final int MAX_TRIES = 60;
    private static final int TRIES_BEFORE_RESTART = 4;
    private static final long MAX_DELAY_MS = 32;

    private final JobID job;
    private final JobAccess jobs;
    private final Lane lane;

    /** Requests that wait for their next try. */
    private final Set<Fetch> waiting = new ConcurrentSkipListSet<>();

    private final AtomicLong numbers = new AtomicLong();

    /** What was asked for last of each collect before the job's end was known. */
    private final Map<String, Long> asked = new ConcurrentSkipListMap<>();

    /** The attempt that has answered last. */
    private final Map<String, Integer> attempts = new ConcurrentSkipListMap<>();

    /** Why there will be no further try; set once, by the thread that learns that the job ended. */
    private volatile @Nullable End over;

    private record End(boolean finished, Throwable cause) {}

    /** One request. Numbered, to be ordered. */
    private record Fetch(
            long number, String collectId, long offset, CompletableFuture<CollectedRecords> answer)
            implements Comparable<Fetch> {
        @Override
        public int compareTo(Fetch other) {
            return Long.compare(number, other.number);
        }
    }

    /**
     * Makes requests to a cluster.
     *
     * @param lane for delays
     */
    CollectedFetches(JobID job, JobAccess jobs, Lane lane) {
        this.job = job;
        this.jobs = jobs;
        this.lane = lane;
    }

    CompletableFuture<CollectedRecords> fetch(String collectId, long offset) {
        Fetch fetch =
                new Fetch(numbers.getAndIncrement(), collectId, offset, new CompletableFuture<>());
        if (over == null) {
            asked.put(collectId, offset);
        }
        attempt(fetch, 1);
        return fetch.answer();
    }

    /**
     * The job has ended: nothing is asked again. What was asked already may still be answered, as
     * the last answer and the job's end come on different ways.
     */
    void end(Throwable cause) {
        endWaiting(new End(false, cause));
    }

    /**
     * The job has finished: who has asked for what comes behind the last record has them all.
     *
     * @param gone why others get none
     */
    void finish(Throwable gone) {
        endWaiting(new End(true, gone));
    }

    private void attempt(Fetch fetch, int tries) {
        var _ =
                jobs.fetchCollected(job, fetch.collectId(), fetch.offset())
                        .whenComplete(
                                (results, failure) -> answered(fetch, tries, results, failure));
    }

    private void answered(
            Fetch fetch,
            int tries,
            @Nullable CollectedResults results,
            @Nullable Throwable failure) {
        boolean last = tries == MAX_TRIES;
        if (results != null && (last || isAnswer(results, fetch.offset(), tries))) {
            attempts.put(fetch.collectId(), results.attempt());
            fetch.answer().complete(records(results));
        } else if (last && failure != null) {
            fetch.answer().completeExceptionally(failure);
        } else {
            waiting.add(fetch);
            End end = over;
            if (end != null) {
                endWaiting(end);
                return;
            }
            lane.schedule(
                    delayMs(tries),
                    () -> {
                        if (waiting.remove(fetch)) {
                            attempt(fetch, tries + 1);
                        }
                    });
        }
    }

    private void endWaiting(End end) {
        over = end;
        waiting.removeIf(fetch -> {
            Long last = asked.get(fetch.collectId());
            if (end.finished() && last != null && last == fetch.offset()) {
                int attempt = attempts.getOrDefault(fetch.collectId(), 0);
                fetch.answer()
                        .complete(new CollectedRecords(fetch.offset(), List.of(), true, attempt));
            } else {
                fetch.answer().completeExceptionally(end.cause());
            }
            return true;
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
