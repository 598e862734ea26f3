package dev.millstream.engine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.engine.window.fixture.RandomEvents;
import dev.millstream.engine.window.fixture.RandomWindows;
import dev.millstream.engine.window.fixture.WindowOracle;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs with windows, drawn at random: the same windows by slices, with slices shared, combined
 * before the shuffle, and by the general operator; each against a sequential oracle.
 */
class RandomWindowsTest {
    private static final int PROGRAMS = 8;

    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldGiveWhatTheOracleGivesInEveryWay(long firstSeed) throws Exception {
        for (long seed = firstSeed * 1_000; seed < firstSeed * 1_000 + PROGRAMS; seed++) {
            RandomWindows windows = RandomWindows.of(seed);
            RandomEvents events = RandomEvents.of(seed);
            for (RandomWindows.Way way : RandomWindows.Way.values()) {
                if (windows.allows(way)) {
                    List<String> expected = WindowOracle.results(windows, events.inOrder(), way);
                    assertThat(run(windows, events, way, RuntimeExecutionMode.STREAMING))
                            .as("seed %d, %s, %s, streaming", seed, windows, way)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(run(windows, events, way, RuntimeExecutionMode.BATCH))
                            .as("seed %d, %s, %s, batch", seed, windows, way)
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
    }

    private List<String> run(
            RandomWindows windows,
            RandomEvents events,
            RandomWindows.Way way,
            RuntimeExecutionMode mode)
            throws Exception {
        Results<String> results = new Results<>();
        var job =
                process.start(env -> {
                    env.setRuntimeMode(mode);
                    env.getConfig().setAutoWatermarkInterval(1);
                    windows.apply(events.stream(env, windows.parallelism()), way).sinkTo(results);
                });
        job.await();
        process.awaitRest();
        assertThat(job.failures()).isEmpty();
        return results.values();
    }
}
