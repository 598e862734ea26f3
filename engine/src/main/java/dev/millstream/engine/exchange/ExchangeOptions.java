package dev.millstream.engine.exchange;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import dev.millstream.configuration.MemorySize;
import java.time.Duration;

/** Options of the data exchange. Read once, when the exchange is made. */
public final class ExchangeOptions {
    public static final ConfigOption<Integer> BATCH_RECORDS =
            ConfigOptions.key("exchange.batch.records")
                    .intType()
                    .defaultValue(1024)
                    .withDescription("Records after which a batch is handed over. At least 1.");

    public static final ConfigOption<MemorySize> BATCH_BYTES =
            ConfigOptions.key("exchange.batch.size")
                    .memoryType()
                    .defaultValue(new MemorySize(32 << 10))
                    .withDescription(
                            "Size in serialised form after which a batch is handed over. Within a"
                                    + " process it is estimated from samples of the records.");

    public static final ConfigOption<Duration> BUFFER_TIMEOUT =
            ConfigOptions.key("exchange.buffer.timeout")
                    .durationType()
                    .defaultValue(Duration.ofMillis(1))
                    .withFallbackKeys("execution.buffer-timeout.interval")
                    .withDescription(
                            "How long a record may wait in a batch that is not full. A producer"
                                    + " with nothing else to do doesn't wait at all.");

    public static final ConfigOption<Integer> QUEUE_BATCHES =
            ConfigOptions.key("exchange.queue.batches")
                    .intType()
                    .defaultValue(8)
                    .withDescription(
                            "Batches that wait in one channel before its producer is held back. At"
                                    + " least 1.");

    public static final ConfigOption<MemorySize> QUEUE_BYTES =
            ConfigOptions.key("exchange.queue.size")
                    .memoryType()
                    .defaultValue(new MemorySize(256 << 10))
                    .withDescription(
                            "Size of the batches that wait in one channel before its producer is"
                                    + " held back; a single batch may be larger.");

    public static final ConfigOption<Integer> CREDITS =
            ConfigOptions.key("exchange.credits")
                    .intType()
                    .defaultValue(8)
                    .withDescription(
                            "Batches that may be under way to, or wait at, one channel's reader in"
                                    + " another process. At least 1.");

    public static final ConfigOption<MemorySize> MAX_FRAME_BYTES =
            ConfigOptions.key("exchange.frame.max-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(64))
                    .withDescription(
                            "Largest frame between processes, thus of a serialised record. Must be"
                                    + " the same in all processes.");

    public static final ConfigOption<Duration> REQUEST_TIMEOUT =
            ConfigOptions.key("exchange.partition.request-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "How long a reader waits for a partition that its producer has not made"
                                    + " yet, before it fails.");

    public static final ConfigOption<Duration> CONNECT_TIMEOUT =
            ConfigOptions.key("exchange.connect-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "How long it may take to open a link to another process's exchange,"
                                    + " greeting included.");

    private ExchangeOptions() {}
}
