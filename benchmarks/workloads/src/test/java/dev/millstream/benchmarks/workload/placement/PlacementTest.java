package dev.millstream.benchmarks.workload.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.workload.placement.Placement.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacementTest {
    private static long crossed(Map<Long, Integer> sources, Map<Long, Integer> sinks) {
        return new Placement(Map.of(Part.SOURCE, sources, Part.SINK, sinks)).crossed(1_000);
    }

    @Test
    void shouldCountEveryRecordWhenSourcesAndSinksAreInTwoProcesses() {
        assertThat(crossed(Map.of(7L, 2), Map.of(8L, 2))).isEqualTo(1_000);
    }

    @Test
    void shouldCountNoneWhenOneOfThemIsBesideAnother() {
        assertThat(crossed(Map.of(7L, 2), Map.of(7L, 1, 8L, 1))).isZero();
        assertThat(crossed(Map.of(7L, 1, 8L, 1), Map.of(9L, 2))).isZero();
        assertThat(crossed(Map.of(7L, 2), Map.of(7L, 2))).isZero();
        assertThat(crossed(Map.of(7L, 1), Map.of(8L, 2))).isZero();
        assertThat(crossed(Map.of(), Map.of())).isZero();
    }

    @Test
    void shouldReadWhatSubtasksHaveNoted(@TempDir Path folder) throws IOException {
        Placement.note(folder, Part.SOURCE);
        Placement.note(folder, Part.SOURCE);
        Placement.note(folder, Part.SINK);
        long here = ProcessHandle.current().pid();
        assertThat(Placement.load(folder).subtasks())
                .isEqualTo(Map.of(Part.SOURCE, Map.of(here, 2), Part.SINK, Map.of(here, 1)));
    }
}
