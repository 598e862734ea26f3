package dev.millstream.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.java.tuple.Tuple3;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.types.key.KeyGroups;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupedReduceTest {
    private static final int RECORDS = 30_000;

    private final TestProcess process = new TestProcess();

    @AfterEach
    void close() {
        process.close();
    }

    /** Keys in no order, some of them many times; not commutative, so that order shows. */
    private static void program(
            StreamExecutionEnvironment env, int keys, Results<Tuple3<String, Long, Long>> results) {
        env.fromSequence(1, RECORDS)
                .setParallelism(1)
                .map(n -> Tuple3.of("key-" + (n * 7_919) % keys, n, 1L))
                .setParallelism(1)
                .keyBy(each -> each.f0)
                .reduce((soFar, next) ->
                        Tuple3.of(soFar.f0, soFar.f1 * 31 + next.f1, soFar.f2 + next.f2))
                .sinkTo(results);
    }

    private static Map<String, Tuple3<String, Long, Long>> expected(int keys) {
        Map<String, Tuple3<String, Long, Long>> expected = new TreeMap<>();
        for (long n = 1; n <= RECORDS; n++) {
            expected.merge(
                    "key-" + (n * 7_919) % keys,
                    Tuple3.of("key-" + (n * 7_919) % keys, n, 1L),
                    (soFar, next) ->
                            Tuple3.of(soFar.f0, soFar.f1 * 31 + next.f1, soFar.f2 + next.f2));
        }
        return expected;
    }

    private List<Tuple3<String, Long, Long>> run(RuntimeExecutionMode mode, int keys)
            throws Exception {
        Results<Tuple3<String, Long, Long>> results = new Results<>();
        var job =
                process.start(env -> {
                    env.setRuntimeMode(mode);
                    program(env, keys, results);
                });
        job.await();
        // The next run's partitions have the same names: the files of these are to be gone.
        process.awaitRest();
        assertThat(job.failures()).isEmpty();
        return results.values();
    }

    @ParameterizedTest
    @CsvSource({"10, 16777216, false", "20000, 16777216, false", "20000, 0, true"})
    void shouldGiveEachKeysFinalResultOnce(int keys, long memoryBytes, boolean spills)
            throws Exception {
        process.managedMemory(memoryBytes);

        List<Tuple3<String, Long, Long>> results = run(RuntimeExecutionMode.BATCH, keys);

        Map<String, Tuple3<String, Long, Long>> byKey = new TreeMap<>();
        results.forEach(each -> byKey.put(each.f0, each));
        assertThat(byKey.equals(expected(keys))).isTrue();
        assertThat(results).hasSameSizeAs(byKey.keySet());
        assertThat(process.isMarked("batch.spilled")).isEqualTo(spills);
    }

    @Test
    void shouldEndWhereStreamingEnds() throws Exception {
        Map<String, Tuple3<String, Long, Long>> last = new TreeMap<>();
        run(RuntimeExecutionMode.STREAMING, 500).forEach(each -> last.put(each.f0, each));

        assertThat(run(RuntimeExecutionMode.BATCH, 500))
                .containsExactlyInAnyOrderElementsOf(last.values());
    }

    @Test
    void shouldGiveTheSameOrderEachTime() throws Exception {
        process.managedMemory(0);
        Map<String, Integer> positions = new TreeMap<>();
        List<Tuple3<String, Long, Long>> first = run(RuntimeExecutionMode.BATCH, 5_000);
        List<Tuple3<String, Long, Long>> second = run(RuntimeExecutionMode.BATCH, 5_000);
        for (int i = 0; i < first.size(); i++) {
            positions.put(first.get(i).f0, i);
        }

        // The two subtasks write to one list: within what one of them wrote the order is the same.
        assertThat(inversions(second, positions, 0)).isZero();
        assertThat(inversions(second, positions, 1)).isZero();
        assertThat(first).hasSameSizeAs(second);
    }

    /** Pairs of neighbours of one subtask that are the other way round in the other run. */
    private static long inversions(
            List<Tuple3<String, Long, Long>> run, Map<String, Integer> other, int subtask) {
        long inversions = 0;
        int previous = -1;
        for (Tuple3<String, Long, Long> each : run) {
            int group = KeyGroups.subtask(KeyGroups.assign(each.f0, 128), 128, 2);
            if (group == subtask) {
                int position = other.getOrDefault(each.f0, -1);
                inversions += position < previous ? 1 : 0;
                previous = position;
            }
        }
        return inversions;
    }

    @Test
    void shouldLeaveNoFilesBehind() throws Exception {
        process.managedMemory(0);
        run(RuntimeExecutionMode.BATCH, 20_000);

        assertThat(process.platform().files().list(process.platform().files().scratchDirectory()))
                .noneMatch(file -> file.path().contains("group-"));
    }
}
