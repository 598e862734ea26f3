package dev.millstream.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.failure.PartitioningException;
import dev.millstream.engine.exchange.fixture.ExchangeProcess;
import dev.millstream.engine.exchange.fixture.ManualWorld;
import dev.millstream.engine.exchange.fixture.Reading;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.types.key.KeyGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitioningTest {
    private static final int CHANNELS = 4;
    private static final int RECORDS = 1000;

    private final ManualWorld world = new ManualWorld();
    private int processes;

    /** Writes the numbers from 0, and returns what each consumer gets. */
    private List<List<Object>> distribute(Partitioning partitioning, int channels) {
        ExchangeProcess process =
                new ExchangeProcess(world, new Configuration(), "p" + processes++);
        ExchangeProcess.Producer producer =
                process.produce(0, ResultKind.PIPELINED, channels, partitioning);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            readings.add(process.read(ResultKind.PIPELINED, 1, i, process.exchange().address()));
        }
        world.run();
        for (int i = 0; i < RECORDS; i++) {
            producer.writer().emit(i, i);
        }
        producer.writer().flush();
        readings.forEach(Reading::takeAll);
        return readings.stream().map(reading -> reading.channel(0)).toList();
    }

    private static List<Object> numbers() {
        return IntStream.range(0, RECORDS).mapToObj(i -> (Object) i).toList();
    }

    @Test
    void shouldForwardToTheOnlyChannel() {
        assertThat(distribute(new Partitioning.Forward(), 1)).containsExactly(numbers());
        assertThatThrownBy(() -> distribute(new Partitioning.Forward(), 2))
                .hasMessageContaining("forward");
    }

    @Test
    void shouldRebalanceInTurnFromARandomStart() {
        TreeSet<Object> starts = new TreeSet<>();
        ExchangeProcess process = new ExchangeProcess(world, new Configuration(), "many");
        for (int i = 0; i < 20; i++) {
            ExchangeProcess.Producer producer =
                    process.produce(i, ResultKind.BLOCKING, CHANNELS, new Partitioning.Rebalance());
            producer.writer().emit("first", 0);
            producer.writer().finish();
            producer.close();
            for (int channel = 0; channel < CHANNELS; channel++) {
                Reading reading =
                        process.read(
                                ResultKind.BLOCKING, i + 1, channel, process.exchange().address());
                world.run();
                reading.takeAll();
                if (reading.channel(i).contains("first")) {
                    starts.add(channel);
                }
            }
        }
        assertThat(starts).hasSizeGreaterThan(1);

        List<List<Object>> shares = distribute(new Partitioning.Rebalance(), CHANNELS);
        assertThat(shares).allMatch(share -> share.size() == RECORDS / CHANNELS);
        for (List<Object> share : shares) {
            assertThat(share)
                    .isEqualTo(
                            numbers().stream()
                                    .filter(i -> (int) i % CHANNELS == (int) share.getFirst())
                                    .toList());
        }
    }

    @Test
    void shouldRescaleInTurn() {
        List<List<Object>> shares = distribute(new Partitioning.Rescale(), CHANNELS);
        assertThat(shares.getFirst()).startsWith(0, 4, 8);
        assertThat(shares.getLast()).startsWith(3, 7, 11);
    }

    @Test
    void shouldShuffleEvenlyButNotInTurn() {
        List<List<Object>> shares = distribute(new Partitioning.Shuffle(), CHANNELS);
        assertThat(shares).allMatch(share -> share.size() > 200 && share.size() < 300);
        assertThat(shares.stream().mapToInt(List::size).sum()).isEqualTo(RECORDS);
        long neighbours =
                shares.stream()
                        .filter(s ->
                                IntStream.range(1, s.size())
                                        .anyMatch(i -> (int) s.get(i) - (int) s.get(i - 1) == 1))
                        .count();
        assertThat(neighbours).isEqualTo(CHANNELS);
    }

    @Test
    void shouldBroadcastToAll() {
        assertThat(distribute(new Partitioning.Broadcast(), CHANNELS))
                .hasSize(CHANNELS)
                .allMatch(share -> share.equals(numbers()));
    }

    @Test
    void shouldSendAllToTheFirst() {
        List<List<Object>> shares = distribute(new Partitioning.Global(), CHANNELS);
        assertThat(shares.getFirst()).isEqualTo(numbers());
        assertThat(shares.subList(1, CHANNELS)).allMatch(List::isEmpty);
    }

    @Test
    void shouldSendEachKeyToTheOwnerOfItsGroup() {
        List<List<Object>> shares =
                distribute(new Partitioning.Hash<Integer, String>(i -> "key" + i % 50), CHANNELS);
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (Object value : shares.get(channel)) {
                int group = KeyGroups.assign("key" + (int) value % 50, 128);
                assertThat(KeyGroups.subtask(group, 128, CHANNELS)).isEqualTo(channel);
            }
        }
        assertThat(shares).noneMatch(List::isEmpty);
    }

    @Test
    void shouldAskTheUsersPartitioner() {
        List<List<Object>> shares =
                distribute(
                        new Partitioning.Custom<Integer, Integer>(
                                (key, channels) -> key % 2 == 0 ? 0 : channels - 1, i -> i),
                        CHANNELS);
        assertThat(shares.getFirst()).startsWith(0, 2, 4).hasSize(RECORDS / 2);
        assertThat(shares.getLast()).startsWith(1, 3, 5).hasSize(RECORDS / 2);
    }

    @Test
    void shouldSayWhatTheUsersFunctionsDidWrong() {
        IllegalStateException thrown = new IllegalStateException("mine");
        assertThatThrownBy(() ->
                        distribute(
                                new Partitioning.Hash<Integer, Integer>(i -> {
                                    throw thrown;
                                }),
                                2))
                .isInstanceOf(PartitioningException.class)
                .hasCause(thrown);
        assertThatThrownBy(() ->
                        distribute(
                                new Partitioning.Custom<Integer, Integer>(
                                        (key, channels) -> {
                                            throw thrown;
                                        },
                                        i -> i),
                                2))
                .isInstanceOf(PartitioningException.class)
                .hasCause(thrown);
        assertThatThrownBy(() ->
                        distribute(
                                new Partitioning.Custom<Integer, Integer>(
                                        (key, channels) -> channels, i -> i),
                                2))
                .isInstanceOf(PartitioningException.class)
                .hasMessageContaining("less than 2");
    }
}
