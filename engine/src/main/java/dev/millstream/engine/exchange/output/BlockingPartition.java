package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.ChannelOutput;
import dev.millstream.engine.exchange.channel.OutputSettings;
import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.engine.exchange.channel.SpilledOutput;
import dev.millstream.engine.exchange.channel.TaskSide;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.spill.SpillFile;
import dev.millstream.engine.exchange.spill.SpilledPartition;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partition that is kept in a file; readers come when it is complete, until it is released. */
public final class BlockingPartition extends ResultPartition {
    private static final Logger LOG = LoggerFactory.getLogger(BlockingPartition.class);

    /**
     * What has become of it: the producer's thread completes it, the exchange's lane abandons it.
     */
    private sealed interface Fate {
        record Complete(SpilledPartition spilled) implements Fate {}

        record Abandoned(PartitionFailedException reason) implements Fate {}
    }

    private final PartitionOwner owner;
    private final SpillFile file;

    /** The complete file. By the producer's thread only. */
    private @Nullable SpilledPartition sealed;

    private final AtomicReference<@Nullable Fate> fate = new AtomicReference<>();

    /**
     * @param file where it goes
     */
    public BlockingPartition(
            ResultPartitionDescriptor descriptor,
            OutputSettings settings,
            TaskSide task,
            PartitionOwner owner,
            SpillFile file) {
        super(descriptor, settings, task);
        this.owner = owner;
        this.file = file;
        ChannelOutput[] channels = context().channels();
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new SpilledOutput(context(), file, i);
        }
    }

    @Override
    void seal() {
        sealed = file.finish();
    }

    @Override
    void ended() {
        SpilledPartition spilled = sealed;
        if (spilled == null) {
            throw new IllegalStateException("Partition " + id() + " ended without being sealed");
        }
        if (fate.compareAndSet(null, new Fate.Complete(spilled))) {
            owner.publish(this);
        } else {
            delete(spilled::delete);
            owner.forget(this);
        }
    }

    @Override
    void producerFailed(PartitionFailedException reason) {
        fate.compareAndSet(null, new Fate.Abandoned(reason));
        delete(file::abandon);
        owner.forget(this);
    }

    private interface Deletion {
        void run() throws IOException;
    }

    private void delete(Deletion deletion) {
        try {
            deletion.run();
        } catch (IOException e) {
            LOG.warn("The file of partition {} could not be deleted", id(), e);
        }
    }

    @Override
    public void serve(int subpartition, PartitionReader reader) {
        if (!checkIndex(subpartition, reader)) {
            return;
        }
        switch (fate.get()) {
            case Fate.Complete(SpilledPartition spilled) ->
                    reader.open(spilled.subpartition(subpartition));
            case Fate.Abandoned(PartitionFailedException reason) -> reader.fail(reason);
            case null ->
                    reader.fail(
                            new PartitionFailedException(
                                    Reason.NOT_FOUND,
                                    "Partition " + id() + " is not complete yet"));
        }
    }

    @Override
    public void abandon(PartitionFailedException reason) {
        Fate abandoned = new Fate.Abandoned(reason);
        Fate before = fate.getAndSet(abandoned);
        if (before instanceof Fate.Complete(SpilledPartition spilled)) {
            owner.delete(spilled);
            owner.forget(this);
        }
    }
}
