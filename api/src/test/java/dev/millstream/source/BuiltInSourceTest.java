package dev.millstream.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.lib.FromElementsSource;
import dev.millstream.api.connector.source.lib.NumberSequenceSource;
import dev.millstream.api.connector.source.lib.range.RangeSplit;
import dev.millstream.api.connector.source.util.ratelimit.RateLimiter;
import dev.millstream.api.connector.source.util.ratelimit.RateLimiterStrategy;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.connector.datagen.source.GeneratorFunction;
import dev.millstream.core.io.InputStatus;
import dev.millstream.core.io.SimpleVersionedSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInSourceTest {
    record Point(int x, List<String> names) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 150})
    void shouldReadEachNumberOnceAtAnyParallelism(int parallelism) throws Exception {
        FakeTask<Long, ?, ?> task = new FakeTask<>(new NumberSequenceSource(-20, 79), parallelism);

        for (int subtask = 0; subtask < parallelism; subtask++) {
            assertThat(task.drain(subtask)).isEqualTo(InputStatus.END_OF_INPUT);
        }
        assertThat(task.records)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(-20, 79).boxed().toList());
    }

    @Test
    void shouldShareTheNumbersEqually() throws Exception {
        NumberSequenceSource source = new NumberSequenceSource(1, 10);
        List<RangeSplit> splits = new FakeTask<>(source, 1).enumerator.snapshotState(1);
        assertThat(splits).isEmpty();

        FakeTask<Long, RangeSplit, List<RangeSplit>> task = new FakeTask<>(source, 4);
        assertThat(task.readers)
                .map(reader -> reader.snapshotState(1).getFirst())
                .map(split -> split.end() - split.next())
                .containsExactly(3L, 3L, 2L, 2L);
    }

    @Test
    void shouldCountOverAllLongs() throws Exception {
        NumberSequenceSource source = new NumberSequenceSource(Long.MIN_VALUE, Long.MAX_VALUE - 1);
        FakeTask<Long, RangeSplit, List<RangeSplit>> task = new FakeTask<>(source, 2);
        assertThat(task.readers.get(1).snapshotState(1))
                .containsExactly(new RangeSplit("1", 0, Long.MAX_VALUE));
        assertThatThrownBy(() -> new NumberSequenceSource(Long.MIN_VALUE, Long.MAX_VALUE))
                .hasMessageContaining("all of the 2^64 longs");
        assertThatThrownBy(() -> new NumberSequenceSource(3, 1))
                .hasMessageContaining("can't end before it starts");
    }

    @Test
    void shouldCountUpToTheLastLong() throws Exception {
        NumberSequenceSource source = new NumberSequenceSource(Long.MAX_VALUE - 2, Long.MAX_VALUE);
        FakeTask<Long, RangeSplit, List<RangeSplit>> task = new FakeTask<>(source, 2);
        task.drain(0);
        task.drain(1);
        assertThat(task.records)
                .containsExactlyInAnyOrder(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(source.getTo()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldReadAgainWhatAFailedReaderHad() throws Exception {
        FakeTask<Long, RangeSplit, List<RangeSplit>> task =
                new FakeTask<>(new NumberSequenceSource(0, 99), 2);
        List<RangeSplit> lost = task.readers.get(0).snapshotState(1);
        task.enumerator.addSplitsBack(lost, 0);

        assertThat(task.drain(1)).isEqualTo(InputStatus.END_OF_INPUT);
        assertThat(task.records).hasSize(100);
    }

    @Test
    void shouldSnapshotWhatIsUnread() throws Exception {
        FakeTask<Long, RangeSplit, List<RangeSplit>> task =
                new FakeTask<>(
                        new DataGeneratorSource<>(
                                x -> x, 100, RateLimiterStrategy.perCheckpoint(10)),
                        1);
        assertThat(task.drain(0)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        List<RangeSplit> state = task.readers.getFirst().snapshotState(1);
        assertThat(state).containsExactly(new RangeSplit("0", 10, 100));

        SimpleVersionedSerializer<RangeSplit> serializer =
                new NumberSequenceSource(0, 1).getSplitSerializer();
        byte[] bytes = serializer.serialize(state.getFirst());
        assertThat(serializer.deserialize(serializer.getVersion(), bytes))
                .isEqualTo(state.getFirst());
        assertThatThrownBy(() -> serializer.deserialize(99, bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> serializer.deserialize(serializer.getVersion(), cut))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldGoOnAfterEachCheckpoint() throws Exception {
        FakeTask<Long, ?, ?> task =
                new FakeTask<>(
                        new DataGeneratorSource<>(
                                x -> x, 25, RateLimiterStrategy.perCheckpoint(10)),
                        1);
        task.drain(0);
        assertThat(task.records).hasSize(10);
        task.readers.getFirst().notifyCheckpointComplete(1);
        task.drain(0);
        assertThat(task.records).hasSize(20);
        task.readers.getFirst().notifyCheckpointComplete(2);
        assertThat(task.drain(0)).isEqualTo(InputStatus.END_OF_INPUT);
        assertThat(task.records).hasSize(25);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 10, 1000, 20_000})
    void shouldKeepTheRate(double perSecond) throws Exception {
        FakeTask<Long, ?, ?> task =
                new FakeTask<>(
                        new DataGeneratorSource<>(
                                x -> x, Long.MAX_VALUE, RateLimiterStrategy.perSecond(perSecond)),
                        1);
        for (int ms = 0; ms <= 10_000; ms++) {
            task.advanceTo(ms);
            task.drain(0);
        }
        assertThat((double) task.records.size())
                .isBetween(perSecond * 10 * 0.98, perSecond * 10 * 1.02 + 1);
    }

    @Test
    void shouldNotMakeUpForALongPause() throws Exception {
        FakeTask<Long, ?, ?> task =
                new FakeTask<>(
                        new DataGeneratorSource<>(
                                x -> x, Long.MAX_VALUE, RateLimiterStrategy.perSecond(1000)),
                        1);
        task.drain(0);
        task.advanceTo(60_000);
        task.drain(0);
        assertThat(task.records).hasSizeLessThan(110);
    }

    @Test
    void shouldRefuseRatesThatCannotBe() {
        assertThatThrownBy(() -> RateLimiterStrategy.perSecond(0)).hasMessageContaining("above 0");
        RateLimiterStrategy few = RateLimiterStrategy.perCheckpoint(2);
        assertThatThrownBy(() -> few.createRateLimiter(3)).hasMessageContaining("3 subtasks");
        RateLimiter unopened = RateLimiterStrategy.perSecond(1).createRateLimiter(1);
        assertThatThrownBy(unopened::acquire).hasMessageContaining("not opened");
    }

    @Test
    void shouldOpenAndCloseTheGeneratorFunction() throws Exception {
        StringBuilder calls = new StringBuilder();
        GeneratorFunction<Long, String> function =
                new GeneratorFunction<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void open(SourceReaderContext readerContext) {
                        calls.append("open ");
                    }

                    @Override
                    public String map(Long value) {
                        calls.append(value).append(' ');
                        return "n" + value;
                    }

                    @Override
                    public void close() {
                        calls.append("close");
                    }
                };
        FakeTask<String, ?, ?> task = new FakeTask<>(new DataGeneratorSource<>(function, 2), 1);
        task.drain(0);
        task.readers.getFirst().close();
        assertThat(calls).hasToString("open 0 1 close");
        assertThat(task.records).containsExactly("n0", "n1");
    }

    @Test
    void shouldEndOnlyWhenThereIsACount() {
        assertThat(new DataGeneratorSource<>(x -> x, 5).getBoundedness())
                .isEqualTo(Boundedness.BOUNDED);
        assertThat(new DataGeneratorSource<>(x -> x, Long.MAX_VALUE).getBoundedness())
                .isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldReadElementsThatAreNotSerializable(int parallelism) throws Exception {
        List<Object> elements =
                List.of(new Point(1, List.of("a")), "text", new Point(2, List.of()), 4L);
        FakeTask<Object, ?, ?> task =
                new FakeTask<>(new FromElementsSource<>(elements), parallelism);
        for (int subtask = 0; subtask < parallelism; subtask++) {
            task.drain(subtask);
        }
        assertThat(task.records).isEqualTo(elements);
    }

    @Test
    void shouldNameTheElementThatCannotBeSerialised() {
        List<Object> elements = List.of("fine", new Thread());
        assertThatThrownBy(() -> new FromElementsSource<>(elements))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("Element 1 ")
                .hasMessageContaining("java.lang.Thread")
                .hasMessageContaining("BuiltInSourceTest.java:");
    }
}
