package dev.millstream.benchmarks.programs.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.plain.Oracle;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.placement.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessEngineTest {
    private static final long EVENTS = 20_000;

    @TempDir Path folder;

    @Test
    void shouldSendEveryRecordFromOneProcessToAnotherEncrypted() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        List<ProcessHandle> processes;
        try (ProcessEngine engine = new ProcessEngine(folder, ProcessEngine.TLS)) {
            processes = engine.processes();
            engine.program(Workload.W12, ProcessEngine.TLS)
                    .run(new Assignment(EVENTS, folder, results));
        }
        Tally tally = Tally.load(results);
        assertThat(tally).isEqualTo(Oracle.of(Workload.W12, EVENTS, false, folder, folder));
        assertThat(Placement.load(results).crossed(tally.count())).isEqualTo(EVENTS);
        assertThat(processes).hasSize(3).noneMatch(ProcessHandle::isAlive);
    }
}
