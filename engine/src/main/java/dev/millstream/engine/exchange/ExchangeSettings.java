package dev.millstream.engine.exchange;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.InvalidOptionException;
import dev.millstream.configuration.MemorySize;
import dev.millstream.engine.exchange.element.BatchBounds;
import dev.millstream.engine.exchange.queue.QueueBounds;

/**
 * The options of an exchange, checked.
 *
 * @param batch when a batch is full
 * @param queue what a channel holds
 * @param credits of a channel between processes
 * @param maxFrameBytes what goes over a link at once
 * @param bufferTimeoutNs how long a record waits in a batch
 * @param requestTimeoutMs how long a reader waits for a partition
 * @param connectTimeoutMs how long opening a link may take
 */
record ExchangeSettings(
        BatchBounds batch,
        QueueBounds queue,
        int credits,
        int maxFrameBytes,
        long bufferTimeoutNs,
        long requestTimeoutMs,
        long connectTimeoutMs) {
    /** A timestamp takes no more in a serialised batch. */
    private static final int MAX_TIMESTAMP_BYTES = 10;

    /** For the frame's own fields and an event. */
    private static final int FRAME_OVERHEAD_BYTES = 64;

    /**
     * @throws InvalidOptionException if a value makes no sense
     */
    static ExchangeSettings of(Configuration configuration) {
        int records = atLeastOne(configuration, ExchangeOptions.BATCH_RECORDS);
        int batchBytes = size(configuration, ExchangeOptions.BATCH_BYTES);
        int frameBytes = size(configuration, ExchangeOptions.MAX_FRAME_BYTES);
        long around =
                (long) batchBytes + (long) records * MAX_TIMESTAMP_BYTES + FRAME_OVERHEAD_BYTES;
        if (frameBytes <= around) {
            throw new InvalidOptionException(
                    ExchangeOptions.MAX_FRAME_BYTES.key()
                            + " must be more than "
                            + around
                            + " bytes, so that a batch of "
                            + ExchangeOptions.BATCH_BYTES.key()
                            + " and "
                            + ExchangeOptions.BATCH_RECORDS.key()
                            + " fits; it is "
                            + frameBytes);
        }
        return new ExchangeSettings(
                new BatchBounds(records, batchBytes, (int) (frameBytes - around)),
                new QueueBounds(
                        atLeastOne(configuration, ExchangeOptions.QUEUE_BATCHES),
                        configuration.get(ExchangeOptions.QUEUE_BYTES).getBytes()),
                atLeastOne(configuration, ExchangeOptions.CREDITS),
                frameBytes,
                configuration.get(ExchangeOptions.BUFFER_TIMEOUT).toNanos(),
                configuration.get(ExchangeOptions.REQUEST_TIMEOUT).toMillis(),
                configuration.get(ExchangeOptions.CONNECT_TIMEOUT).toMillis());
    }

    private static int atLeastOne(Configuration configuration, ConfigOption<Integer> option) {
        int value = configuration.get(option);
        if (value < 1) {
            throw new InvalidOptionException(option.key() + " must be at least 1, but is " + value);
        }
        return value;
    }

    private static int size(Configuration configuration, ConfigOption<MemorySize> option) {
        long bytes = configuration.get(option).getBytes();
        if (bytes < 1 || bytes > Integer.MAX_VALUE / 2) {
            throw new InvalidOptionException(
                    option.key() + " must be from 1 byte to 1 gb, but is " + bytes + " bytes");
        }
        return (int) bytes;
    }
}
