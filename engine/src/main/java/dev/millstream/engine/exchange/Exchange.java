package dev.millstream.engine.exchange;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.channel.CopyHints;
import dev.millstream.engine.exchange.channel.OutputSettings;
import dev.millstream.engine.exchange.channel.TaskSide;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.output.BlockingPartition;
import dev.millstream.engine.exchange.output.PartitionOwner;
import dev.millstream.engine.exchange.output.PipelinedPartition;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.engine.exchange.queue.Backpressure;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.engine.exchange.queue.Tally.Kind;
import dev.millstream.engine.exchange.remote.ProducerLinks;
import dev.millstream.engine.exchange.remote.ReaderLinks;
import dev.millstream.engine.exchange.remote.RemoteSettings;
import dev.millstream.engine.exchange.spill.SpillFile;
import dev.millstream.engine.exchange.spill.SpilledPartition;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Listening;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.types.serialization.Serializers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data exchange of one process. Makes result partitions and input gates for its tasks, and
 * connects each channel: by reference when both ends are in this exchange, else by bytes over a
 * link. Thread-safe; start it before anything else.
 *
 * <p>What brings readers and partitions together runs on a lane of the exchange's own; records
 * never pass through it.
 */
public final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Platform platform;
    private final ExchangeSettings settings;
    private final Lane lane;
    private final Tally tally = new Tally();
    private final PartitionRegistry registry;
    private final ReaderLinks readerLinks;
    private final ProducerLinks producerLinks;
    private final OutputSettings outputSettings;
    private final PartitionOwner owner = new Owner();
    private final Gates gates;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    /** Written when started, before anything uses the exchange. */
    private volatile @Nullable Address address;

    private volatile @Nullable Listening listening;

    /** All deletions of files so far. By the lane only. */
    private CompletableFuture<?> deletions = CompletableFuture.completedFuture(null);

    /**
     * @throws IllegalArgumentException if an option makes no sense; the message names it
     */
    public Exchange(Platform platform, Configuration configuration) {
        this.platform = platform;
        this.settings = ExchangeSettings.of(configuration);
        this.lane =
                platform.lanes()
                        .create(
                                "exchange",
                                failure -> LOG.error("The data exchange has a bug", failure));
        this.registry =
                new PartitionRegistry(lane, platform.marks(), tally, settings.requestTimeoutMs());
        RemoteSettings remote =
                new RemoteSettings(
                        settings.credits(),
                        settings.queue(),
                        settings.maxFrameBytes(),
                        settings.connectTimeoutMs(),
                        tally,
                        platform.marks(),
                        lane,
                        platform.network(),
                        platform.blockingPool());
        this.readerLinks = new ReaderLinks(remote);
        this.producerLinks = new ProducerLinks(remote, registry);
        this.gates = new Gates(lane, settings.queue(), tally, registry, readerLinks);
        this.outputSettings =
                new OutputSettings(
                        settings.batch(),
                        settings.bufferTimeoutNs(),
                        platform.clock(),
                        platform.randomness(),
                        platform.marks(),
                        new CopyHints());
    }

    /** Listens for readers in other processes. Completed with the address that tells them where. */
    public CompletableFuture<Address> start(Address listen) {
        return platform.network()
                .listen(listen, producerLinks)
                .thenApply(open -> {
                    listening = open;
                    address = open.address();
                    if (closing.get()) {
                        open.close();
                    }
                    return open.address();
                });
    }

    /** Starts without listening. Returns a made-up address, by which its own gates find it. */
    public Address startLocal() {
        long name = platform.randomness().nextLong();
        Address made = new Address("exchange-" + Long.toHexString(name), 0);
        address = made;
        return made;
    }

    /**
     * Where this exchange's partitions are.
     *
     * @throws IllegalStateException if it was not started
     */
    public Address address() {
        Address known = address;
        if (known == null) {
            throw new IllegalStateException("The data exchange was not started");
        }
        return known;
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
        TaskSide task = new TaskSide(producer, backpressure, serializers);
        boolean readable = descriptor.kind() == ResultKind.PIPELINED;
        ResultPartition partition =
                switch (descriptor.kind()) {
                    case PIPELINED ->
                            new PipelinedPartition(descriptor, outputSettings, task, owner);
                    case BLOCKING ->
                            new BlockingPartition(
                                    descriptor, outputSettings, task, owner, file(descriptor));
                };
        tally.add(Kind.PARTITIONS, 1);
        lane.execute(() -> registry.add(partition, readable));
        return partition;
    }

    private SpillFile file(ResultPartitionDescriptor descriptor) {
        ExecutionAttemptID producer = descriptor.partition().producer();
        String name =
                String.join(
                        "-",
                        "partition",
                        producer.job().toString(),
                        producer.vertex().toString(),
                        Integer.toString(producer.subtask()),
                        Long.toString(producer.leader()),
                        Integer.toString(producer.incarnation()),
                        Integer.toString(producer.attempt()),
                        Integer.toString(descriptor.partition().result()));
        return new SpillFile(
                platform.files(),
                platform.files().scratchDirectory() + "/" + name + ".blocks",
                descriptor.subpartitions(),
                tally);
    }

    /**
     * Makes a gate, and asks for its partitions. To be called on the consuming task's thread.
     *
     * @param serializers of the job's class loader
     * @param consumer signalled when something has arrived
     */
    public InputGate createGate(
            InputGateDescriptor descriptor, Serializers serializers, TaskThread consumer) {
        return gates.create(descriptor, address(), serializers, consumer);
    }

    /** Forgets partitions and deletes their files. Unknown ones are ignored. */
    public void releasePartitions(List<PartitionID> partitions) {
        List<PartitionID> all = List.copyOf(partitions);
        lane.execute(() -> all.forEach(registry::release));
    }

    /** Forgets all partitions of a job whose tasks have ended here. */
    public void releaseJob(JobID job) {
        lane.execute(() -> registry.releaseJob(job));
    }

    /** What is held right now. Exact only while nothing moves. */
    public Outstanding outstanding() {
        return new Outstanding(
                tally.get(Kind.BATCHES),
                tally.get(Kind.BUFFERS),
                tally.get(Kind.BYTES),
                tally.get(Kind.PARTITIONS),
                tally.get(Kind.GATES),
                tally.get(Kind.REQUESTS),
                tally.get(Kind.FILES),
                tally.get(Kind.LINKS));
    }

    /**
     * Fails all partitions and gates that are left, closes the links, deletes the files of complete
     * partitions. Completed when that is done; tasks that are left still close what they hold.
     * Idempotent.
     */
    public CompletableFuture<Void> close() {
        if (!closing.getAndSet(true)) {
            lane.execute(this::closeOnLane);
        }
        return closed;
    }

    private void closeOnLane() {
        PartitionFailedException reason =
                new PartitionFailedException(
                        Reason.EXCHANGE_CLOSED, "The data exchange of this process was closed");
        Listening open = listening;
        if (open != null) {
            open.close();
        }
        registry.close(reason);
        gates.close(reason);
        producerLinks.close();
        readerLinks.close();
        deletions =
                deletions.whenComplete((done, failure) -> {
                    lane.close();
                    closed.complete(null);
                });
    }

    /** What partitions ask of their exchange. */
    private final class Owner implements PartitionOwner {
        @Override
        public void forget(ResultPartition partition) {
            tally.add(Kind.PARTITIONS, -1);
            lane.execute(() -> registry.remove(partition.id()));
        }

        @Override
        public void publish(ResultPartition partition) {
            lane.execute(() -> registry.add(partition, true));
        }

        @Override
        public void delete(SpilledPartition spilled) {
            CompletableFuture<?> deletion =
                    platform.blockingPool()
                            .submit(
                                    "delete spilled partition",
                                    () -> {
                                        spilled.delete();
                                        return true;
                                    })
                            .exceptionally(failure -> {
                                LOG.warn("{} could not be deleted", spilled.path(), failure);
                                return false;
                            });
            deletions = CompletableFuture.allOf(deletions, deletion);
        }
    }
}
