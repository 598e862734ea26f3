package dev.millstream.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.fixture.ExchangeProcess;
import dev.millstream.engine.exchange.fixture.ManualWorld;
import dev.millstream.engine.exchange.fixture.Reading;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.link.Address;
import dev.millstream.streaming.api.operations.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemoteChannelTest {
    private static final Partitioning ONE = new Partitioning.Forward();

    private final ManualWorld world = new ManualWorld();

    record Word(String text, int count) {}

    private static Configuration tiny() {
        return new Configuration()
                .set(ExchangeOptions.BATCH_RECORDS, 1)
                .set(ExchangeOptions.QUEUE_BATCHES, 1)
                .set(ExchangeOptions.CREDITS, 1);
    }

    private ExchangeProcess process(String host) {
        return new ExchangeProcess(world, tiny(), host);
    }

    private static ExchangeProcess.Producer produce(ExchangeProcess process) {
        return process.produce(0, ResultKind.PIPELINED, 1, ONE);
    }

    private static Reading read(ExchangeProcess reader, ExchangeProcess from) {
        return reader.read(ResultKind.PIPELINED, 1, 0, from.exchange().address());
    }

    private void assertAtRest(ExchangeProcess... processes) {
        world.run();
        for (ExchangeProcess process : processes) {
            assertThat(process.exchange().outstanding().isAtRest())
                    .as(process.exchange().outstanding().toString())
                    .isTrue();
        }
        assertThat(world.pendingTimers()).isZero();
    }

    @Test
    void shouldCarryRecordsInOrderWithACreditOfOne() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        ExchangeProcess.Producer producer = produce(a);
        Reading reading = read(b, a);
        producer.task()
                .meanwhile(() -> {
                    world.step();
                    reading.takeOne();
                });
        List<Object> written = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Word word = new Word("word" + i % 3, i);
            written.add(word);
            producer.writer().emit(word, i % 5 == 0 ? Long.MIN_VALUE : -i);
            if (i % 10 == 0) {
                StreamEvent watermark = new StreamEvent.Watermark(i);
                written.add(watermark);
                producer.writer().broadcast(watermark);
            }
        }
        producer.writer().finish();
        producer.close();
        written.add(StreamEvent.EndOfInput.INSTANCE);
        boolean more = true;
        while (more) {
            more = world.step() || reading.takeOne();
        }

        assertThat(reading.channel(0)).isEqualTo(written);
        assertThat(a.platform().reached())
                .contains(
                        "exchange.credit.exhausted",
                        "exchange.queue.full",
                        "exchange.channel.remote");
        assertThat(producer.writer().bytesOut()).isPositive().isEqualTo(reading.gate().bytesIn());
        assertThat(producer.writer().copiedRecords()).isZero();
        reading.close();
        assertAtRest(a, b);
    }

    @Test
    void shouldNotHoldMoreThanItsBounds() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        ExchangeProcess.Producer producer = produce(a);
        Reading reading = read(b, a);
        world.run();
        producer.writer().emit(1, 0);
        world.run();
        producer.writer().emit(2, 0);
        world.run();
        assertThat(a.exchange().outstanding().buffers()).isEqualTo(1);
        assertThat(b.exchange().outstanding().buffers()).isEqualTo(1);
        assertThat(producer.task().waits()).isZero();
        producer.task()
                .meanwhile(() -> {
                    throw new IllegalStateException("full");
                });
        assertThatThrownBy(() -> producer.writer().emit(3, 0)).hasMessage("full");
        producer.close();
        reading.close();
        assertAtRest(a, b);
    }

    @Test
    void shouldShareOneLinkAmongAllChannelsBetweenTwoExchanges() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        List<ExchangeProcess.Producer> producers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            producers.add(a.produce(i, ResultKind.PIPELINED, 1, ONE));
        }
        Reading reading = b.read(ResultKind.PIPELINED, 5, 0, a.exchange().address());
        world.run();
        assertThat(b.exchange().outstanding().links()).isEqualTo(1);
        assertThat(a.exchange().outstanding().links()).isEqualTo(1);
        for (ExchangeProcess.Producer producer : producers) {
            producer.writer().emit("x", 0);
        }
        world.run();
        reading.takeAll();
        assertThat(IntStream.range(0, 5).mapToObj(reading::channel))
                .allMatch(channel -> channel.equals(List.of("x")));
    }

    @Test
    void shouldFailBothSidesWhenTheLinkBreaks() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        ExchangeProcess.Producer producer = produce(a);
        Reading reading = read(b, a);
        world.run();
        producer.writer().emit(1, 0);
        producer.writer().emit(2, 0);
        producer.task().meanwhile(() -> world.network().cut());
        producer.task()
                .meanwhile(() -> {
                    world.network().cut();
                    world.run();
                });

        PartitionFailedException atProducer =
                catchThrowableOfType(
                        PartitionFailedException.class, () -> producer.writer().emit(3, 0));
        assertThat(atProducer.reason()).isEqualTo(Reason.LINK_BROKEN);
        assertThat(atProducer.isSecondary()).isFalse();
        assertThatThrownBy(reading::takeAll)
                .isInstanceOf(PartitionFailedException.class)
                .hasMessageContaining("a:9")
                .hasMessageContaining("the cable was cut");
        producer.close();
        reading.close();
        assertAtRest(a, b);
        assertThat(a.exchange().outstanding().links()).isZero();
        assertThat(b.exchange().outstanding().links()).isZero();
    }

    @Test
    void shouldOpenANewLinkAfterOneBroke() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        read(b, a).close();
        world.run();
        world.network().cut();
        world.run();
        ExchangeProcess.Producer producer = produce(a);
        Reading reading = read(b, a);
        world.run();
        producer.writer().emit("again", 0);
        world.run();
        reading.takeAll();
        assertThat(reading.channel(0)).containsExactly("again");
    }

    @Test
    void shouldFailWhenNobodyListens() {
        ExchangeProcess b = process("b");
        Reading reading = b.read(ResultKind.PIPELINED, 1, 0, new Address("nowhere", 1));
        world.run();
        assertThatThrownBy(reading::takeAll)
                .isInstanceOf(PartitionFailedException.class)
                .hasMessageContaining("nowhere:1");
        reading.close();
        assertAtRest(b);
    }

    @Test
    void shouldWaitForAPartitionElsewhereAndFailAfterTheTime() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        Reading early = read(b, a);
        world.run();
        assertThat(a.exchange().outstanding().requests()).isEqualTo(1);
        ExchangeProcess.Producer producer = produce(a);
        world.run();
        producer.writer().emit("a", 0);
        world.run();
        early.takeAll();
        assertThat(early.channel(0)).containsExactly("a");

        Reading never = b.read(ResultKind.PIPELINED, 2, 0, a.exchange().address());
        world.advance(31_000);
        PartitionFailedException failure =
                catchThrowableOfType(PartitionFailedException.class, never::takeAll);
        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void shouldTellTheOtherSideOfAFailureWithoutBlamingIt() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        ExchangeProcess.Producer failing = produce(a);
        Reading reading = read(b, a);
        world.run();
        failing.close();
        world.run();
        PartitionFailedException atConsumer =
                catchThrowableOfType(PartitionFailedException.class, reading::takeAll);
        assertThat(atConsumer.reason()).isEqualTo(Reason.PRODUCER_FAILED);
        assertThat(atConsumer.isSecondary()).isTrue();
        reading.close();

        ExchangeProcess.Producer producer = a.produce(1, ResultKind.PIPELINED, 1, ONE);
        Reading leaving = b.read(ResultKind.PIPELINED, 2, 0, a.exchange().address());
        world.run();
        producer.writer().emit(1, 0);
        producer.writer().emit(2, 0);
        leaving.close();
        world.run();
        PartitionFailedException atProducer =
                catchThrowableOfType(
                        PartitionFailedException.class, () -> producer.writer().emit(3, 0));
        assertThat(atProducer.reason()).isEqualTo(Reason.CONSUMER_CLOSED);
        producer.close();
        assertAtRest(a, b);
    }

    @Test
    void shouldRefuseARecordThatIsTooLarge() {
        Configuration small = tiny();
        small.setString("exchange.batch.size", "1 kb");
        small.setString("exchange.frame.max-size", "4 kb");
        ExchangeProcess a = new ExchangeProcess(world, small, "a");
        ExchangeProcess b = new ExchangeProcess(world, small, "b");
        ExchangeProcess.Producer producer = produce(a);
        Reading reading = read(b, a);
        world.run();
        producer.writer().emit("x".repeat(2000), 0);
        world.run();
        reading.takeAll();
        assertThat(reading.channel(0)).hasSize(1);

        assertThatThrownBy(() -> producer.writer().emit("x".repeat(4000), 0))
                .isInstanceOf(PartitionFailedException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("exchange.frame.max-size");
        producer.close();
        reading.close();
        assertAtRest(a, b);
    }

    @Test
    void shouldCleanUpWhateverTheMomentOfCancellation() {
        for (int moment = 0; moment < 60; moment++) {
            ExchangeProcess a = process("a" + moment);
            ExchangeProcess b = process("b" + moment);
            ExchangeProcess.Producer producer = produce(a);
            Reading reading = read(b, a);
            int steps = moment;
            int[] step = new int[1];
            producer.task()
                    .meanwhile(() -> {
                        if (step[0]++ == steps) {
                            throw new IllegalStateException("cancelled");
                        }
                        world.step();
                        if (step[0] % 3 == 0) {
                            reading.takeOne();
                        }
                    });
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 1000; i++) {
                                    producer.writer().emit(i, 0);
                                }
                            })
                    .hasMessage("cancelled");
            if (moment % 2 == 0) {
                producer.close();
                reading.close();
            } else {
                reading.close();
                producer.close();
            }
            assertAtRest(a, b);
        }
    }

    @Test
    void shouldCloseItsLinksWhenClosed() {
        ExchangeProcess a = process("a");
        ExchangeProcess b = process("b");
        ExchangeProcess.Producer producer = produce(a);
        Reading reading = read(b, a);
        world.run();
        producer.writer().emit(1, 0);
        var _ = a.exchange().close();
        var _ = b.exchange().close();
        world.run();
        assertThatThrownBy(() -> producer.writer().emit(2, 0))
                .isInstanceOf(PartitionFailedException.class);
        assertThatThrownBy(reading::takeAll).isInstanceOf(PartitionFailedException.class);
        producer.close();
        reading.close();
        assertAtRest(a, b);
        assertThat(world.network().openEnds()).isZero();
    }
}
