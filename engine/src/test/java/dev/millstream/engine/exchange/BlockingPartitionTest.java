package dev.millstream.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.fixture.ExchangeProcess;
import dev.millstream.engine.exchange.fixture.ManualWorld;
import dev.millstream.engine.exchange.fixture.Reading;
import dev.millstream.engine.exchange.fixture.Wiring;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.link.Address;
import dev.millstream.streaming.api.operations.Partitioning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingPartitionTest {
    private static final int RECORDS = 100;

    private final ManualWorld world = new ManualWorld();
    private final Configuration configuration =
            new Configuration()
                    .set(ExchangeOptions.BATCH_RECORDS, 7)
                    .set(ExchangeOptions.CREDITS, 1);
    private final ExchangeProcess producing = new ExchangeProcess(world, configuration, "a");
    private final ExchangeProcess other = new ExchangeProcess(world, configuration, "b");
    private final Address there = producing.exchange().address();

    /** A round robin over two consumers: the even numbers to one of them. */
    private void produce() {
        ExchangeProcess.Producer producer =
                producing.produce(0, ResultKind.BLOCKING, 2, new Partitioning.Rescale());
        for (int i = 0; i < RECORDS; i++) {
            producer.writer().emit(i, i);
        }
        producer.writer().broadcast(new StreamEvent.Watermark(Long.MAX_VALUE));
        producer.writer().finish();
        producer.close();
    }

    private static List<Object> expected(int remainder) {
        List<Object> all =
                new ArrayList<>(
                        IntStream.range(0, RECORDS)
                                .filter(i -> i % 2 == remainder)
                                .boxed()
                                .map(i -> (Object) i)
                                .toList());
        all.add(new StreamEvent.Watermark(Long.MAX_VALUE));
        all.add(StreamEvent.EndOfInput.INSTANCE);
        return all;
    }

    private void drain(Reading reading) {
        boolean more = true;
        while (more) {
            more = reading.takeOne() || world.step();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKeepRecordsUntilTheyAreRead(boolean local) {
        ExchangeProcess reader = local ? producing : other;
        produce();
        for (int i = 0; i < 2; i++) {
            Reading reading = reader.read(ResultKind.BLOCKING, 1, i, there);
            drain(reading);
            assertThat(reading.channel(0)).isEqualTo(expected(i));
            assertThat(reading.gate().isFinished()).isTrue();
            assertThat(reading.gate().bytesIn()).isPositive();
            reading.close();
        }
        assertThat(producing.platform().reached()).contains("exchange.blocking.spilled");
        assertThat(producing.exchange().outstanding().files()).isEqualTo(1);

        producing.exchange().releasePartitions(List.of(Wiring.partition(0)));
        world.run();
        assertThat(producing.platform().files().all()).isEmpty();
        assertThat(producing.platform().files().open()).isZero();
        assertThat(producing.exchange().outstanding().isAtRest()).isTrue();
        assertThat(other.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldBeReadableASecondTime() {
        produce();
        for (int i = 0; i < 2; i++) {
            Reading reading = producing.read(ResultKind.BLOCKING, 1, 0, there);
            drain(reading);
            assertThat(reading.channel(0)).isEqualTo(expected(0));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldLetReadersWaitUntilItIsComplete(boolean local) {
        ExchangeProcess reader = local ? producing : other;
        ExchangeProcess.Producer producer =
                producing.produce(0, ResultKind.BLOCKING, 1, new Partitioning.Forward());
        Reading reading = reader.read(ResultKind.BLOCKING, 1, 0, there);
        for (int i = 0; i < RECORDS; i++) {
            producer.writer().emit(i, i);
        }
        drain(reading);
        assertThat(reading.channel(0)).isEmpty();
        producer.writer().finish();
        producer.close();
        drain(reading);
        assertThat(reading.channel(0)).hasSize(RECORDS + 1);
        assertThat(producer.task().waits()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNoticeADamagedFile(boolean local) {
        ExchangeProcess reader = local ? producing : other;
        produce();
        Map.Entry<String, byte[]> file = producing.platform().files().all().firstEntry();
        file.getValue()[file.getValue().length / 2] ^= 4;
        Reading reading = reader.read(ResultKind.BLOCKING, 1, 0, there);
        Reading second = reader.read(ResultKind.BLOCKING, 1, 1, there);
        assertThatThrownBy(
                        () -> {
                            drain(reading);
                            drain(second);
                        })
                .isInstanceOf(PartitionFailedException.class)
                .hasMessageContaining(file.getKey())
                .extracting(e -> ((PartitionFailedException) e).reason())
                .isEqualTo(Reason.DAMAGED);
        reading.close();
        second.close();
        world.run();
        assertThat(producing.platform().files().open()).isZero();
    }

    @Test
    void shouldNoticeATruncatedFile() {
        produce();
        Map.Entry<String, byte[]> file = producing.platform().files().all().firstEntry();
        producing.platform().files().all().put(file.getKey(), Arrays.copyOf(file.getValue(), 40));
        Reading reading = producing.read(ResultKind.BLOCKING, 1, 1, there);
        assertThatThrownBy(() -> drain(reading)).isInstanceOf(PartitionFailedException.class);
    }

    @Test
    void shouldDeleteWhatAFailedProducerHasWritten() {
        ExchangeProcess.Producer producer =
                producing.produce(0, ResultKind.BLOCKING, 1, new Partitioning.Forward());
        for (int i = 0; i < RECORDS; i++) {
            producer.writer().emit(i, i);
        }
        assertThat(producing.platform().files().all()).hasSize(1);
        producer.close();
        world.run();
        assertThat(producing.platform().files().all()).isEmpty();
        assertThat(producing.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldDeleteAllWithTheJobOrTheExchange() {
        produce();
        world.run();
        producing.exchange().releaseJob(Wiring.JOB);
        world.run();
        assertThat(producing.platform().files().all()).isEmpty();

        produce();
        world.run();
        var closed = producing.exchange().close();
        world.run();
        assertThat(closed).isCompleted();
        assertThat(producing.platform().files().all()).isEmpty();
        assertThat(producing.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldDeleteTheFileThatIsCompletedAfterItsRelease() {
        ExchangeProcess.Producer producer =
                producing.produce(0, ResultKind.BLOCKING, 1, new Partitioning.Forward());
        world.run();
        producing.exchange().releasePartitions(List.of(Wiring.partition(0)));
        world.run();
        producer.writer().emit(1, 1);
        producer.writer().finish();
        producer.close();
        world.run();
        assertThat(producing.platform().files().all()).isEmpty();
        assertThat(producing.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldCloseTheFileWhenARemoteReaderLeaves() {
        produce();
        Reading reading = other.read(ResultKind.BLOCKING, 1, 0, there);
        world.run();
        reading.takeOne();
        reading.close();
        world.run();
        assertThat(producing.platform().files().open()).isZero();
        assertThat(producing.exchange().outstanding().buffers()).isZero();
        assertThat(other.exchange().outstanding().isAtRest()).isTrue();
    }
}
