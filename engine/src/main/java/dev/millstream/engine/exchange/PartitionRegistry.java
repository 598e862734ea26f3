package dev.millstream.engine.exchange;

import dev.millstream.api.common.JobID;
import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.engine.exchange.remote.PartitionRequests;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.PartitionID;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings readers and partitions together, whichever comes first. Owned by the exchange's lane:
 * every method runs there.
 */
final class PartitionRegistry implements PartitionRequests {
    /** A partition, and whether readers may come. */
    private record Entry(ResultPartition partition, boolean readable) {}

    private record Request(int subpartition, PartitionReader reader, Cancellable timeout) {}

    private final Lane lane;
    private final Marks marks;
    private final Tally tally;
    private final long requestTimeoutMs;
    private final TreeMap<PartitionID, Entry> partitions = new TreeMap<>();
    private final TreeMap<PartitionID, List<Request>> waiting = new TreeMap<>();
    private @Nullable PartitionFailedException closed;

    PartitionRegistry(Lane lane, Marks marks, Tally tally, long requestTimeoutMs) {
        this.lane = lane;
        this.marks = marks;
        this.tally = tally;
        this.requestTimeoutMs = requestTimeoutMs;
    }

    /**
     * Adds a partition, or makes one readable that was added before; those who wait for it are
     * served.
     */
    void add(ResultPartition partition, boolean readable) {
        if (closed != null) {
            partition.abandon(closed);
            return;
        }
        partitions.put(partition.id(), new Entry(partition, readable));
        if (readable) {
            for (Request request : removeWaiting(partition.id())) {
                partition.serve(request.subpartition(), request.reader());
            }
        }
    }

    private List<Request> removeWaiting(PartitionID partition) {
        List<Request> requests = waiting.remove(partition);
        if (requests == null) {
            return List.of();
        }
        requests.forEach(this::ended);
        return requests;
    }

    private void ended(Request request) {
        request.timeout().cancel();
        tally.add(Tally.Kind.REQUESTS, -1);
    }

    /** Removes a partition. */
    void remove(PartitionID partition) {
        partitions.remove(partition);
    }

    @Override
    public void request(PartitionID partition, int subpartition, PartitionReader reader) {
        if (reader.isClosed()) {
            return;
        }
        if (closed != null) {
            reader.fail(closed);
            return;
        }
        Entry entry = partitions.get(partition);
        if (entry != null && entry.readable()) {
            entry.partition().serve(subpartition, reader);
            return;
        }
        marks.sometimes("exchange.request.waited");
        tally.add(Tally.Kind.REQUESTS, 1);
        Cancellable timeout =
                lane.schedule(requestTimeoutMs, () -> timeOut(partition, subpartition, reader));
        waiting.computeIfAbsent(partition, absent -> new ArrayList<>())
                .add(new Request(subpartition, reader, timeout));
    }

    private void timeOut(PartitionID partition, int subpartition, PartitionReader reader) {
        if (forgetWaiting(partition, reader)) {
            reader.fail(
                    new PartitionFailedException(
                            Reason.NOT_FOUND,
                            "Subpartition "
                                    + subpartition
                                    + " of "
                                    + partition
                                    + " did not appear within "
                                    + requestTimeoutMs
                                    + " ms: its producer has not started here, or has ended. Raise "
                                    + ExchangeOptions.REQUEST_TIMEOUT.key()
                                    + " if tasks take longer to start"));
        }
    }

    @Override
    public void forget(PartitionID partition, PartitionReader reader) {
        forgetWaiting(partition, reader);
    }

    private boolean forgetWaiting(PartitionID partition, PartitionReader reader) {
        List<Request> requests = waiting.get(partition);
        if (requests == null) {
            return false;
        }
        boolean found = false;
        for (Request request : List.copyOf(requests)) {
            if (request.reader().equals(reader)) {
                requests.remove(request);
                ended(request);
                found = true;
            }
        }
        if (requests.isEmpty()) {
            waiting.remove(partition);
        }
        return found;
    }

    /** Lets go of a partition that nobody will read again. */
    void release(PartitionID partition) {
        Entry entry = partitions.remove(partition);
        if (entry != null) {
            entry.partition()
                    .abandon(
                            new PartitionFailedException(
                                    Reason.NOT_FOUND, partition + " was released"));
        }
    }

    /** Lets go of all partitions of a job, and of those who wait for some. */
    void releaseJob(JobID job) {
        for (PartitionID partition : List.copyOf(partitions.keySet())) {
            if (partition.producer().job().equals(job)) {
                release(partition);
            }
        }
        for (PartitionID partition : List.copyOf(waiting.keySet())) {
            if (partition.producer().job().equals(job)) {
                failWaiting(
                        partition,
                        new PartitionFailedException(
                                Reason.NOT_FOUND,
                                partition + " will not appear: its job has ended here"));
            }
        }
    }

    private void failWaiting(PartitionID partition, PartitionFailedException reason) {
        for (Request request : removeWaiting(partition)) {
            request.reader().fail(reason);
        }
    }

    /** Fails all that is here or comes. */
    void close(PartitionFailedException reason) {
        closed = reason;
        List<Entry> entries = List.copyOf(partitions.values());
        partitions.clear();
        entries.forEach(entry -> entry.partition().abandon(reason));
        for (PartitionID partition : List.copyOf(waiting.keySet())) {
            failWaiting(partition, reason);
        }
    }
}
