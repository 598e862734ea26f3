package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.ChannelOutput;
import dev.millstream.engine.exchange.channel.OutputSettings;
import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.engine.exchange.channel.Subpartition;
import dev.millstream.engine.exchange.channel.TaskSide;
import dev.millstream.engine.exchange.channel.UnattachedOutput;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import java.util.ArrayList;
import java.util.List;

/** A partition whose consumers read while it is written. Each of its channels has one reader. */
public final class PipelinedPartition extends ResultPartition {
    private final PartitionOwner owner;
    private final List<Subpartition> subpartitions = new ArrayList<>();

    public PipelinedPartition(
            ResultPartitionDescriptor descriptor,
            OutputSettings settings,
            TaskSide task,
            PartitionOwner owner) {
        super(descriptor, settings, task);
        this.owner = owner;
        ChannelOutput[] channels = context().channels();
        for (int i = 0; i < channels.length; i++) {
            Subpartition subpartition = new Subpartition(task.thread());
            subpartitions.add(subpartition);
            channels[i] = new UnattachedOutput(context(), subpartition, i);
        }
    }

    @Override
    void seal() {}

    /** Every reader has come, as it had to take the end of input; their queues are their own. */
    @Override
    void ended() {
        owner.forget(this);
    }

    @Override
    void producerFailed(PartitionFailedException reason) {
        abandon(reason);
        owner.forget(this);
    }

    @Override
    public void serve(int subpartition, PartitionReader reader) {
        if (checkIndex(subpartition, reader) && !subpartitions.get(subpartition).attach(reader)) {
            reader.fail(
                    new PartitionFailedException(
                            Reason.NOT_FOUND,
                            "Subpartition "
                                    + subpartition
                                    + " of "
                                    + id()
                                    + " has a reader already, and is not kept for another"));
        }
    }

    @Override
    public void abandon(PartitionFailedException reason) {
        for (Subpartition subpartition : subpartitions) {
            subpartition.fail(reason);
        }
    }
}
