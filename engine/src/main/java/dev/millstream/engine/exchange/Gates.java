package dev.millstream.engine.exchange;

import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.input.InputChannel;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.input.ReferenceInputChannel;
import dev.millstream.engine.exchange.input.SpilledInputChannel;
import dev.millstream.engine.exchange.queue.Inbox;
import dev.millstream.engine.exchange.queue.QueueBounds;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.engine.exchange.remote.ReaderLinks;
import dev.millstream.engine.exchange.remote.RemoteInputChannel;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes the input gates of an exchange, and knows those that are open. Thread-safe. */
final class Gates {
    /**
     * A new channel.
     *
     * @param request asks for what it reads; on the lane
     * @param withdraw takes that back if it still waits; on the lane
     */
    private record Opening(InputChannel channel, Runnable request, Runnable withdraw) {}

    private final Lane lane;
    private final QueueBounds queue;
    private final Tally tally;
    private final PartitionRegistry registry;
    private final ReaderLinks links;
    private final AtomicLong created = new AtomicLong();

    /** By the order in which they were made. */
    private final ConcurrentSkipListMap<Long, InputGate> open = new ConcurrentSkipListMap<>();

    private volatile @Nullable PartitionFailedException closed;

    Gates(
            Lane lane,
            QueueBounds queue,
            Tally tally,
            PartitionRegistry registry,
            ReaderLinks links) {
        this.lane = lane;
        this.queue = queue;
        this.tally = tally;
        this.registry = registry;
        this.links = links;
    }

    InputGate create(
            InputGateDescriptor descriptor,
            Address own,
            Serializers serializers,
            TaskThread consumer) {
        List<InputChannelDescriptor> sources = descriptor.channels();
        Inbox<InputChannel> inbox = new Inbox<>(sources.size(), consumer);
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            InputChannelDescriptor source = sources.get(i);
            boolean remote = !source.location().equals(own);
            openings.add(
                    remote
                            ? remote(links.channel(inbox, i, source, serializers))
                            : local(descriptor.kind(), source, inbox, i, serializers));
        }
        return register(openings, inbox);
    }

    private Opening remote(RemoteInputChannel channel) {
        // Closing the channel withdraws what it has asked for.
        return new Opening(channel, () -> links.open(channel), () -> {});
    }

    private Opening local(
            ResultKind kind,
            InputChannelDescriptor source,
            Inbox<InputChannel> inbox,
            int index,
            Serializers serializers) {
        return switch (kind) {
            case PIPELINED -> {
                ReferenceInputChannel channel =
                        new ReferenceInputChannel(inbox, index, queue, tally);
                yield local(source, channel, channel.reader());
            }
            case BLOCKING -> {
                SpilledInputChannel channel =
                        new SpilledInputChannel(
                                inbox, index, serializers, source.partition().toString());
                yield local(source, channel, channel);
            }
        };
    }

    private Opening local(
            InputChannelDescriptor source, InputChannel channel, PartitionReader reader) {
        return new Opening(
                channel,
                () -> registry.request(source.partition(), source.subpartition(), reader),
                () -> registry.forget(source.partition(), reader));
    }

    private InputGate register(List<Opening> openings, Inbox<InputChannel> inbox) {
        long number = created.getAndIncrement();
        tally.add(Tally.Kind.GATES, 1);
        InputGate gate =
                new InputGate(
                        openings.stream().map(Opening::channel).toList(),
                        inbox,
                        () -> {
                            open.remove(number);
                            tally.add(Tally.Kind.GATES, -1);
                            lane.execute(() -> openings.forEach(o -> o.withdraw().run()));
                        });
        open.put(number, gate);
        lane.execute(() -> openings.forEach(opening -> opening.request().run()));
        PartitionFailedException reason = closed;
        if (reason != null) {
            gate.fail(reason);
        }
        return gate;
    }

    /** Fails all gates that are open or come. */
    void close(PartitionFailedException reason) {
        closed = reason;
        open.values().forEach(gate -> gate.fail(reason));
    }
}
