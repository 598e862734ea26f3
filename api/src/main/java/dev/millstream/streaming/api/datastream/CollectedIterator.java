package dev.millstream.streaming.api.datastream;

import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.core.execution.JobClient;
import dev.millstream.types.Input;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.serialization.Serializers;
import dev.millstream.util.CloseableIterator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches what one operator hands to the job's client, piece by piece. For one thread. */
final class CollectedIterator<T> implements CloseableIterator<T> {
    /** How long to wait when there is nothing yet. */
    private static final long PAUSE_MS = 10;

    private final String collectId;

    /** Whether the last record is followed by a wait for the job's end. */
    private final boolean untilJobEnds;

    private final RecordDecoder decoder;
    private final Deque<T> fetched = new ArrayDeque<>();
    private @Nullable JobClient client;
    private @Nullable CompletableFuture<?> jobEnd;
    private long offset;
    private int attempt;
    private boolean finished;

    /**
     * Of a program that is not submitted yet.
     *
     * @param untilJobEnds the job's end is waited for, so that it can be told whether all went
     *     well; not if the job waits for others that fetch
     */
    CollectedIterator(String collectId, boolean untilJobEnds, Serializers serializers) {
        this.collectId = collectId;
        this.untilJobEnds = untilJobEnds;
        this.decoder = new RecordDecoder(serializers);
    }

    /** The program was submitted. */
    void submitted(JobClient jobClient) {
        client = jobClient;
        jobEnd = jobClient.getJobExecutionResult();
    }

    @Override
    public boolean hasNext() {
        try {
            while (fetched.isEmpty() && !finished) {
                fetch();
            }
            return !fetched.isEmpty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for records", interrupted);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(
                    "The records can't be fetched: " + cause.getMessage(), cause);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All records of the job were fetched");
        }
        return fetched.removeFirst();
    }

    private void fetch() throws InterruptedException, ExecutionException {
        JobClient job = client;
        CompletableFuture<?> end = jobEnd;
        if (job == null || end == null) {
            throw new IllegalStateException("The program must be executed before records come");
        }
        boolean ended = end.isDone();
        CollectedRecords records = fetch(job, end);
        accept(records);
        if (finished) {
            if (untilJobEnds || end.isDone()) {
                end.get();
            }
        } else if (records.records().isEmpty()) {
            pause(end, ended);
        }
    }

    private CollectedRecords fetch(JobClient job, CompletableFuture<?> end)
            throws InterruptedException, ExecutionException {
        try {
            return job.fetchCollected(collectId, offset).get();
        } catch (ExecutionException failure) {
            // Why the job has failed says more than why there is no answer.
            if (end.isDone()) {
                end.get();
            }
            throw failure;
        }
    }

    private void accept(CollectedRecords records) {
        if (records.attempt() != attempt) {
            if (offset > 0) {
                throw new IllegalStateException(
                        "The job has restarted after "
                                + offset
                                + " records were fetched, and emits them again. Write to a sink"
                                + " instead of collecting, or switch restarts off.");
            }
            attempt = records.attempt();
        }
        // An answer may begin before what was asked for, never behind it.
        long skip = offset - records.offset();
        for (byte[] bytes : records.records()) {
            if (skip-- <= 0) {
                fetched.add(decode(bytes));
                offset++;
            }
        }
        finished = records.finished();
    }

    /** Each record bears its schema, as an answer may begin anywhere. */
    @SuppressWarnings("unchecked") // the job has made them from a stream of this type
    private T decode(byte[] bytes) {
        decoder.reset();
        return (T) Objects.requireNonNull(decoder.decode(new Input(bytes)));
    }

    private void pause(CompletableFuture<?> end, boolean ended)
            throws InterruptedException, ExecutionException {
        if (ended) {
            end.get();
            throw new IllegalStateException(
                    "The job has ended, but not all of its records can be fetched any more");
        }
        try {
            end.get(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            // The next attempt may find records.
        }
    }

    @Override
    public void close() {
        JobClient job = client;
        if (job == null || jobEnd == null || jobEnd.isDone() || finished) {
            return;
        }
        finished = true;
        try {
            job.cancel().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "Job " + job.getJobID() + " can't be cancelled: " + failure.getMessage(),
                    failure);
        }
    }
}
