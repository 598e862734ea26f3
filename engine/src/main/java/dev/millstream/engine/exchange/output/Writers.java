package dev.millstream.engine.exchange.output;

import dev.millstream.api.common.functions.Partitioner;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.platform.random.Randomness;
import dev.millstream.streaming.api.operations.Partitioning;
import java.util.List;

/** Chooses the writer for a partitioning. */
final class Writers {
    private Writers() {}

    static RecordWriter create(
            Partitioning partitioning,
            int maxParallelism,
            ResultPartition partition,
            Randomness randomness) {
        int channels = partition.subpartitions();
        return switch (partitioning) {
            case Partitioning.Forward forward -> {
                if (channels != 1) {
                    throw new IllegalArgumentException(
                            "Partition "
                                    + partition.id()
                                    + " is forwarded, which needs exactly one channel, but has "
                                    + channels);
                }
                yield new ForwardWriter(partition);
            }
            case Partitioning.Rebalance rebalance ->
                    new RebalanceWriter(partition, randomness.nextInt(channels));
            case Partitioning.Rescale rescale -> new RescaleWriter(partition);
            case Partitioning.Shuffle shuffle ->
                    new ShuffleWriter(partition, randomness.nextLong());
            case Partitioning.Broadcast broadcast -> new BroadcastWriter(partition);
            case Partitioning.Global global -> new GlobalWriter(partition);
            case Partitioning.Hash<?, ?> hash ->
                    (RecordWriter)
                            ClassCopies.create(
                                    HashWriter.class,
                                    List.of(hash.key()),
                                    partition,
                                    hash.key(),
                                    maxParallelism);
            case Partitioning.Custom<?, ?> custom ->
                    new CustomWriter(
                            partition, untyped(custom.partitioner()), untyped(custom.key()));
        };
    }

    @SuppressWarnings("unchecked") // the program's types were checked when it was written
    private static KeySelector<Object, Object> untyped(KeySelector<?, ?> key) {
        return (KeySelector<Object, Object>) key;
    }

    @SuppressWarnings("unchecked") // as above
    private static Partitioner<Object> untyped(Partitioner<?> partitioner) {
        return (Partitioner<Object>) partitioner;
    }
}
