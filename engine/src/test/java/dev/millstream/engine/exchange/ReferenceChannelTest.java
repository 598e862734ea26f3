package dev.millstream.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.fixture.ExchangeProcess;
import dev.millstream.engine.exchange.fixture.FakeTask;
import dev.millstream.engine.exchange.fixture.ManualWorld;
import dev.millstream.engine.exchange.fixture.Reading;
import dev.millstream.engine.exchange.fixture.Wiring;
import dev.millstream.engine.exchange.input.Delivery;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.streaming.api.operations.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceChannelTest {
    private static final Partitioning ONE = new Partitioning.Forward();

    private final ManualWorld world = new ManualWorld();

    /** Mutable, so that it must be copied. */
    public static final class Box {
        public int content;
    }

    private ExchangeProcess process(Configuration configuration) {
        return new ExchangeProcess(world, configuration, "a");
    }

    private static Configuration tiny() {
        return new Configuration()
                .set(ExchangeOptions.BATCH_RECORDS, 1)
                .set(ExchangeOptions.QUEUE_BATCHES, 1)
                .set(ExchangeOptions.CREDITS, 1);
    }

    private ExchangeProcess.Producer producer(ExchangeProcess process) {
        return process.produce(0, ResultKind.PIPELINED, 1, ONE);
    }

    private Reading reading(ExchangeProcess process) {
        return process.read(ResultKind.PIPELINED, 1, 0, process.exchange().address());
    }

    @Test
    void shouldKeepRecordsAndEventsInOrder() {
        ExchangeProcess process = process(new Configuration());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();

        producer.writer().emit("a", 1);
        producer.writer().emit("b", 2);
        producer.writer().broadcast(new StreamEvent.Watermark(2));
        producer.writer().emit("c", 3);
        producer.writer().broadcast(new StreamEvent.Barrier(7, 100));
        producer.writer().broadcast(new StreamEvent.WatermarkStatus(true));
        producer.writer().finish();
        producer.close();
        reading.takeAll();
        reading.gate().resumeAfterBarrier();
        reading.takeAll();

        assertThat(reading.channel(0))
                .containsExactly(
                        "a",
                        "b",
                        new StreamEvent.Watermark(2),
                        "c",
                        new StreamEvent.Barrier(7, 100),
                        new StreamEvent.WatermarkStatus(true),
                        StreamEvent.EndOfInput.INSTANCE);
        assertThat(reading.gate().isFinished()).isTrue();
        assertThat(reading.gate().recordsIn()).isEqualTo(3);
        assertThat(producer.writer().recordsOut()).isEqualTo(3);
        reading.close();
        world.run();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldKeepTimestampsOfThoseThatHaveOne() {
        ExchangeProcess process = process(new Configuration());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();

        producer.writer().emit("a", Batch.NO_TIMESTAMP);
        producer.writer().emit("b", 5);
        producer.writer().emit("c", Batch.NO_TIMESTAMP);
        producer.writer().flush();
        Delivery delivery = Objects.requireNonNull(reading.gate().poll());

        assertThat(IntStream.range(0, 3).mapToLong(delivery.batch()::timestamp))
                .containsExactly(Batch.NO_TIMESTAMP, 5L, Batch.NO_TIMESTAMP);
    }

    @Test
    void shouldHandOverImmutableRecordsThemselvesAndCopyOthers() {
        ExchangeProcess process = process(new Configuration());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();
        String immutable = new String("text");
        Box mutable = new Box();
        mutable.content = 1;

        producer.writer().emit(immutable, 0);
        producer.writer().emit(mutable, 0);
        mutable.content = 2;
        producer.writer().flush();
        reading.takeAll();

        assertThat(reading.channel(0).get(0)).isSameAs(immutable);
        assertThat(reading.channel(0).get(1))
                .isNotSameAs(mutable)
                .isInstanceOfSatisfying(Box.class, box -> assertThat(box.content).isEqualTo(1));
        assertThat(producer.writer().copiedRecords()).isEqualTo(1);
    }

    @Test
    void shouldHoldTheProducerBackWhenTheQueueIsFull() {
        ExchangeProcess process = process(tiny());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();
        producer.task().meanwhile(reading::takeOne);

        for (int i = 0; i < 100; i++) {
            producer.writer().emit(i, i);
        }
        producer.writer().finish();
        reading.takeAll();

        assertThat(producer.task().waits()).isGreaterThan(90);
        assertThat(process.platform().reached()).contains("exchange.queue.full");
        assertThat(reading.channel(0).subList(0, 100))
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void shouldBoundTheQueueInBytes() {
        Configuration configuration = new Configuration();
        configuration.setString("exchange.queue.size", "10 kb");
        configuration.setString("exchange.batch.size", "1 kb");
        configuration.set(ExchangeOptions.QUEUE_BATCHES, 1000);
        ExchangeProcess process = process(configuration);
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();
        List<Long> seen = new ArrayList<>();
        producer.task()
                .meanwhile(() -> {
                    seen.add(process.exchange().outstanding().bytes());
                    reading.takeOne();
                });

        for (int i = 0; i < 1000; i++) {
            producer.writer().emit("x".repeat(100), i);
        }

        assertThat(seen).allMatch(bytes -> bytes <= 10_240).first().matches(full -> full > 8_000);
    }

    @Test
    void shouldWaitForTheConsumerToComeAndForThePartition() {
        ExchangeProcess process = process(new Configuration());
        ExchangeProcess.Producer early = producer(process);
        List<Reading> late = new ArrayList<>();
        early.task()
                .meanwhile(() -> {
                    if (late.isEmpty()) {
                        late.add(reading(process));
                    }
                    world.run();
                });
        early.writer().emit("a", 0);
        early.writer().finish();
        late.getFirst().takeAll();
        assertThat(late.getFirst().channel(0)).startsWith("a");

        Reading waiting = process.read(ResultKind.PIPELINED, 3, 0, process.exchange().address());
        world.run();
        assertThat(process.exchange().outstanding().requests()).isEqualTo(2);
        assertThat(process.platform().reached()).contains("exchange.request.waited");
        waiting.close();
        world.run();
        assertThat(process.exchange().outstanding().requests()).isZero();
        assertThat(world.pendingTimers()).isZero();
    }

    @Test
    void shouldFailTheConsumerWhenThePartitionDoesNotAppearInTime() {
        ExchangeProcess process = process(new Configuration());
        FakeTask task = new FakeTask();
        InputGate gate =
                process.gate(ResultKind.PIPELINED, 1, 0, process.exchange().address(), task);
        assertThat(gate.poll()).isNull();
        world.advance(29_000);
        assertThat(gate.poll()).isNull();
        world.advance(2_000);

        assertThat(task.takeSignal()).isTrue();
        assertThatThrownBy(gate::poll)
                .isInstanceOf(PartitionFailedException.class)
                .hasMessageContaining("30000 ms")
                .hasMessageContaining("exchange.partition.request-timeout");
        gate.close();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldRefuseASecondReader() {
        ExchangeProcess process = process(new Configuration());
        producer(process);
        reading(process);
        Reading second = reading(process);
        world.run();
        PartitionFailedException failure =
                catchThrowableOfType(PartitionFailedException.class, second::takeAll);
        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void shouldTellTheConsumerThatTheProducerFailed() {
        ExchangeProcess process = process(new Configuration());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();
        producer.writer().emit("a", 0);
        producer.writer().flush();
        producer.close();

        PartitionFailedException failure =
                catchThrowableOfType(PartitionFailedException.class, reading::takeAll);
        assertThat(failure.reason()).isEqualTo(Reason.PRODUCER_FAILED);
        assertThat(failure.isSecondary()).isTrue();
        reading.close();
        world.run();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldTellTheProducerThatTheConsumerFailedAlsoWhileItWaits() {
        ExchangeProcess process = process(tiny());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();
        producer.writer().emit(1, 0);
        producer.task().meanwhile(reading::close);

        PartitionFailedException failure =
                catchThrowableOfType(
                        PartitionFailedException.class, () -> producer.writer().emit(2, 0));
        assertThat(failure.reason()).isEqualTo(Reason.CONSUMER_CLOSED);
        producer.close();
        world.run();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldLetCancellationOfAWaitingProducerThrough() {
        ExchangeProcess process = process(tiny());
        ExchangeProcess.Producer producer = producer(process);
        producer.task()
                .meanwhile(() -> {
                    throw new CancellationException("cancelled");
                });
        assertThatThrownBy(() -> producer.writer().emit(1, 0))
                .isInstanceOf(CancellationException.class);

        Reading reading = reading(process);
        world.run();
        producer.writer().emit(1, 0);
        assertThatThrownBy(() -> producer.writer().emit(2, 0))
                .isInstanceOf(CancellationException.class);
        producer.close();
        reading.close();
        world.run();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }

    @Test
    void shouldAskForAFlushOneMillisecondAfterTheFirstRecord() {
        ExchangeProcess process = process(new Configuration());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();
        assertThat(producer.writer().flushDeadlineNs()).isEqualTo(Long.MAX_VALUE);
        producer.writer().emit("a", 0);
        long nowNs = process.platform().clock().nanos();
        world.advance(1);
        producer.writer().emit("b", 0);
        assertThat(producer.writer().flushDeadlineNs()).isEqualTo(nowNs + 1_000_000);
        assertThat(reading.takeOne()).isFalse();

        assertThat(producer.writer().tryFlush()).isTrue();
        assertThat(producer.writer().flushDeadlineNs()).isEqualTo(Long.MAX_VALUE);
        reading.takeAll();
        assertThat(reading.batchSizes()).containsExactly(2);
    }

    @Test
    void shouldNotWaitInTryFlush() {
        Configuration configuration = tiny().set(ExchangeOptions.BATCH_RECORDS, 10);
        ExchangeProcess process = process(configuration);
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        world.run();
        producer.writer().emit("a", 0);
        assertThat(producer.writer().tryFlush()).isTrue();
        producer.writer().emit("b", 0);
        assertThat(producer.writer().tryFlush()).isFalse();
        reading.takeAll();
        assertThat(producer.writer().tryFlush()).isTrue();
        reading.takeAll();
        assertThat(reading.channel(0)).containsExactly("a", "b");
        assertThat(producer.task().waits()).isZero();
    }

    @Test
    void shouldSignalTheConsumerOnlyAfterItFoundNothing() {
        ExchangeProcess process = process(new Configuration());
        ExchangeProcess.Producer producer = producer(process);
        FakeTask task = new FakeTask();
        InputGate gate =
                process.gate(ResultKind.PIPELINED, 1, 0, process.exchange().address(), task);
        world.run();
        producer.writer().broadcast(new StreamEvent.Watermark(1));
        assertThat(task.takeSignal()).isFalse();
        assertThat(gate.poll()).isNotNull();
        assertThat(gate.poll()).isNull();
        producer.writer().broadcast(new StreamEvent.Watermark(2));
        assertThat(task.takeSignal()).isTrue();
    }

    @Test
    void shouldTakeChannelsInTurn() {
        ExchangeProcess process = process(tiny().set(ExchangeOptions.QUEUE_BATCHES, 10));
        List<ExchangeProcess.Producer> producers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            producers.add(process.produce(i, ResultKind.PIPELINED, 1, ONE));
        }
        InputGate gate =
                process.gate(
                        ResultKind.PIPELINED, 3, 0, process.exchange().address(), new FakeTask());
        world.run();
        for (ExchangeProcess.Producer producer : producers) {
            for (int i = 0; i < 3; i++) {
                producer.writer().emit(i, 0);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (Delivery next = gate.poll(); next != null; next = gate.poll()) {
            order.add(next.channel());
        }
        assertThat(order).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
    }

    @Test
    void shouldHoldChannelsBackBehindABarrierUntilResumed() {
        ExchangeProcess process = process(tiny().set(ExchangeOptions.QUEUE_BATCHES, 10));
        ExchangeProcess.Producer first = process.produce(0, ResultKind.PIPELINED, 1, ONE);
        ExchangeProcess.Producer second = process.produce(1, ResultKind.PIPELINED, 1, ONE);
        Reading reading = process.read(ResultKind.PIPELINED, 2, 0, process.exchange().address());
        world.run();
        StreamEvent.Barrier barrier = new StreamEvent.Barrier(1, 0);
        first.writer().broadcast(barrier);
        first.writer().emit("a", 0);
        first.writer().emit("b", 0);
        second.writer().emit("c", 0);
        reading.takeAll();
        first.writer().emit("d", 0);
        reading.takeAll();
        assertThat(reading.channel(0)).containsExactly(barrier);
        assertThat(reading.channel(1)).containsExactly("c");

        reading.gate().resumeAfterBarrier();
        reading.takeAll();
        assertThat(reading.channel(0)).containsExactly(barrier, "a", "b", "d");

        first.writer().broadcast(barrier);
        first.writer().emit("e", 0);
        reading.takeAll();
        first.close();
        assertThatThrownBy(reading::takeAll).isInstanceOf(PartitionFailedException.class);
    }

    @Test
    void shouldFailAllThatIsLeftWhenClosed() {
        ExchangeProcess process = process(tiny());
        ExchangeProcess.Producer producer = producer(process);
        Reading reading = reading(process);
        Reading waiting = process.read(ResultKind.PIPELINED, 2, 0, process.exchange().address());
        world.run();
        producer.writer().emit(1, 0);
        var closed = process.exchange().close();
        world.run();

        assertThat(closed).isCompleted();
        assertThatThrownBy(() -> producer.writer().emit(2, 0))
                .isInstanceOfSatisfying(
                        PartitionFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.EXCHANGE_CLOSED));
        assertThatThrownBy(reading::takeAll).isInstanceOf(PartitionFailedException.class);
        assertThatThrownBy(waiting::takeAll).isInstanceOf(PartitionFailedException.class);
        producer.close();
        reading.close();
        waiting.close();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
        assertThat(world.pendingTimers()).isZero();
    }

    @Test
    void shouldForgetAJobsRequestsWhenItIsReleased() {
        ExchangeProcess process = process(new Configuration());
        Reading reading = reading(process);
        world.run();
        process.exchange().releaseJob(Wiring.JOB);
        world.run();
        assertThatThrownBy(reading::takeAll).isInstanceOf(PartitionFailedException.class);
        reading.close();
        assertThat(process.exchange().outstanding().isAtRest()).isTrue();
    }
}
