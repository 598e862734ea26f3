package dev.millstream.engine.exchange;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.engine.exchange.queue.Backpressure;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.types.Serializers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The data exchange of one process. Makes result partitions and input gates for its tasks, and
 * connects each channel: by reference when both ends are in this exchange, else by bytes over a
 * link. Thread-safe; start it before anything else.
 */
public final class Exchange {
    public Exchange(Platform platform, Configuration configuration) {}

    /** Listens for readers in other processes. Completed with the address that tells them where. */
    public CompletableFuture<Address> start(Address listen) {
        throw new UnsupportedOperationException();
    }

    /** Starts without listening. Returns a made-up address, by which its own gates find it. */
    public Address startLocal() {
        throw new UnsupportedOperationException();
    }

    /** Where this exchange's partitions are. */
    public Address address() {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a partition, and lets readers in. To be called on the producing task's thread.
     *
     * @param serializers of the job's class loader
     * @param producer signalled when there is room after a wait
     * @param backpressure how the producer waits
     */
    public ResultPartition createPartition(
            ResultPartitionDescriptor descriptor,
            Serializers serializers,
            TaskThread producer,
            Backpressure backpressure) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a gate, and asks for its partitions. To be called on the consuming task's thread.
     *
     * @param serializers of the job's class loader
     * @param consumer signalled when something has arrived
     */
    public InputGate createGate(
            InputGateDescriptor descriptor, Serializers serializers, TaskThread consumer) {
        throw new UnsupportedOperationException();
    }

    /** Forgets partitions and deletes their files. Unknown ones are ignored. */
    public void releasePartitions(List<PartitionID> partitions) {
        throw new UnsupportedOperationException();
    }

    /** Forgets all partitions of a job whose tasks have ended here. */
    public void releaseJob(JobID job) {
        throw new UnsupportedOperationException();
    }

    /** What is held right now. Exact only while nothing moves. */
    public Outstanding outstanding() {
        throw new UnsupportedOperationException();
    }

    /**
     * Fails all partitions and gates that are left, closes the links, deletes the files. Completed
     * when that is done. Idempotent.
     */
    public CompletableFuture<Void> close() {
        throw new UnsupportedOperationException();
    }
}
