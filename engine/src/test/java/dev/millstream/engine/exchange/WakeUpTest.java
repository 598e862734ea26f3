package dev.millstream.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.fixture.ExchangeProcess;
import dev.millstream.engine.exchange.fixture.FakeTask;
import dev.millstream.engine.exchange.fixture.ManualWorld;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.streaming.api.operations.Partitioning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When tasks that sleep are woken: for several batches at once, but for the last one in time. */
class WakeUpTest {
    private static final int PLACES = 8;

    private final ManualWorld world = new ManualWorld();
    private final FakeTask consumer = new FakeTask();

    private record Channel(ExchangeProcess.Producer producer, InputGate gate) {}

    private Channel channel(Configuration configuration) {
        ExchangeProcess process = new ExchangeProcess(world, configuration, "a");
        ExchangeProcess.Producer producer =
                process.produce(0, ResultKind.PIPELINED, 1, new Partitioning.Forward());
        InputGate gate =
                process.gate(ResultKind.PIPELINED, 1, 0, process.exchange().address(), consumer);
        world.run();
        assertThat(gate.poll()).isNull();
        consumer.takeSignal();
        producer.task().takeSignal();
        return new Channel(producer, gate);
    }

    private static Configuration batchesOfOne() {
        return new Configuration()
                .set(ExchangeOptions.BATCH_RECORDS, 1)
                .set(ExchangeOptions.QUEUE_BATCHES, PLACES);
    }

    @Test
    void shouldLetTheConsumerSleepUntilAQuarterIsTaken() {
        Channel channel = channel(batchesOfOne());
        List<Boolean> signals = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            channel.producer().writer().emit(i, i);
            signals.add(consumer.takeSignal());
        }
        assertThat(signals).containsExactly(false, false, true, false);
    }

    @Test
    void shouldHandOutWhatTheConsumerWasNotWokenFor() {
        Channel channel = channel(batchesOfOne());
        channel.producer().writer().emit(1, 1);
        assertThat(channel.gate().poll()).isNotNull();
    }

    @Test
    void shouldWakeTheConsumerForAllWhenTheProducerFlushes() {
        Channel channel = channel(batchesOfOne());
        channel.producer().writer().emit(1, 1);
        assertThat(channel.producer().writer().flushDeadlineNs()).isLessThan(Long.MAX_VALUE);
        assertThat(consumer.takeSignal()).isFalse();
        channel.producer().writer().flush();
        assertThat(consumer.takeSignal()).isTrue();
    }

    @Test
    void shouldWakeTheProducerWhenHalfIsFree() {
        Channel channel = channel(batchesOfOne());
        List<Integer> takenInEachWait = new ArrayList<>();
        FakeTask task = channel.producer().task();
        task.meanwhile(() -> {
            takenInEachWait.set(task.waits() - 1, takenInEachWait.get(task.waits() - 1) + 1);
            assertThat(channel.gate().poll()).isNotNull();
        });
        for (int i = 0; i < 2 * PLACES; i++) {
            takenInEachWait.add(0);
            channel.producer().writer().emit(i, i);
        }
        assertThat(takenInEachWait.subList(0, task.waits())).containsExactly(4, 4);
    }

    @Test
    void shouldWakeTheConsumerWhenABatchDoesNotFit() {
        Configuration configuration = batchesOfOne();
        configuration.setString("exchange.queue.size", "1000 b");
        Channel channel = channel(configuration);
        FakeTask task = channel.producer().task();
        task.meanwhile(() -> {
            assertThat(consumer.takeSignal()).as("the consumer is awake").isTrue();
            assertThat(channel.gate().poll()).isNotNull();
        });
        channel.producer().writer().emit("x".repeat(200), 1);
        assertThat(consumer.takeSignal()).isFalse();
        channel.producer().writer().emit("x".repeat(6_000), 2);
        assertThat(task.waits()).isEqualTo(1);
    }
}
