package dev.millstream.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredProcessTest {
    @TempDir Path folder;

    /** Counts as many records as there are units. */
    private static final class Counting implements Engine {
        @Override
        public Program program(Workload workload, String variant) {
            if (variant.equals("failing")) {
                return _ -> {
                    throw new IllegalStateException("the job has failed");
                };
            }
            return assignment -> {
                Tally tally = new Tally();
                for (long unit = 0; unit < assignment.units(); unit++) {
                    tally.add(unit);
                }
                tally.save(assignment.results());
            };
        }

        @Override
        public void close() {}
    }

    /** Uses a processor until it is ended. */
    static final class Spinning {
        private Spinning() {}

        public static void main(String[] args) {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    private List<Measurement> measure(String variant, double seconds, long units) throws Exception {
        ProcessPlan plan =
                new ProcessPlan(Workload.W2, variant, seconds, units, 1_000, folder, folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MeasuredProcess.measure(
                plan, new Counting(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(Measurement::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void shouldMeasureAFirstRunOneThatWarmsUpAndOneOfTheSizeThatIsGiven() throws Exception {
        List<Measurement> runs = measure("", 20, 4_000);
        assertThat(runs.stream().map(Measurement::phase))
                .containsExactly(Measurement.FIRST, Measurement.WARM, Measurement.STEADY);
        assertThat(runs.stream().map(run -> run.figure(Measurement.UNITS)))
                .containsExactly(1_000L, 1_000L, 4_000L);
        assertThat(runs.getLast().figure(Measurement.COUNT)).isEqualTo(4_000);
        assertThat(runs.getLast().figure(Measurement.CHECKSUM)).isEqualTo(4_000L * 3_999 / 2);
    }

    @Test
    void shouldFindASizeThatLastsLongEnough() throws Exception {
        Measurement last = measure("", 0.02, 0).getLast();
        assertThat(last.phase()).isEqualTo(Measurement.STEADY);
        assertThat(last.figure(Measurement.NANOS)).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void shouldCountWhatProcessesThatBelongToItHaveUsed() throws Exception {
        ProcessHandle process;
        try (JavaProcesses processes = new JavaProcesses(folder.resolve("logs"))) {
            processes.start("spinning", Spinning.class.getName(), List.of());
            process = processes.handles().getFirst();
            MachineTime before = MachineTime.now(List.of());
            MachineTime after = before;
            while (after.own() - before.own() < 100_000_000) {
                processes.check();
                after = MachineTime.now(List.of(process));
            }
            assertThat(MachineTime.peakResidentKb(List.of(process)))
                    .isGreaterThan(MachineTime.peakResidentKb(List.of()));
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void shouldTellThatAProcessHasEnded() throws Exception {
        try (JavaProcesses processes = new JavaProcesses(folder.resolve("logs"))) {
            processes.start("missing", "no.such.Program", List.of());
            processes.handles().getFirst().onExit().join();
            assertThatThrownBy(processes::check)
                    .hasMessageContaining("ended with code 1")
                    .hasMessageContaining("logs");
            assertThat(folder.resolve("logs/missing.log")).content().contains("no.such.Program");
        }
    }

    @Test
    void shouldLeaveNothingBehind() throws Exception {
        measure("", 1, 100);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void shouldFailWithTheJob() {
        assertThatThrownBy(() -> measure("failing", 1, 100)).hasMessage("the job has failed");
    }

    @Test
    void shouldReadBackWhatItWrites() {
        Measurement measured = new Measurement("steady", new TreeMap<>());
        assertThat(Measurement.parse("noise " + measured.toLine())).contains(measured);
        assertThat(Measurement.parse("anything else")).isEmpty();
    }

    @Test
    void shouldReadBackAPlan() {
        ProcessPlan plan =
                new ProcessPlan(
                        Workload.W7A, "tuple-reuse", 2.5, 7, 9, Path.of("a=b"), Path.of("text"));
        assertThat(ProcessPlan.parse(plan.toArguments().toArray(new String[0]))).isEqualTo(plan);
    }

    @Test
    void shouldRoundSizesUp() {
        assertThat(RoundSize.atLeast(0.2)).isEqualTo(1);
        assertThat(RoundSize.atLeast(7.1)).isEqualTo(8);
        assertThat(RoundSize.atLeast(100)).isEqualTo(100);
        assertThat(RoundSize.atLeast(101)).isEqualTo(120);
        assertThat(RoundSize.atLeast(8_600_000)).isEqualTo(10_000_000);
    }

    @Test
    void shouldTellTimeOfOthersFromItsOwnAndFromStolenTime() {
        MachineTime before = MachineTime.parse(5, List.of("cpu  100 0 50 900 1 2 3 40 0 0"));
        MachineTime after =
                MachineTime.parse(1_000_000_005, List.of("cpu  250 10 100 990 5 2 3 47 0 0"));
        MachineTime used = after.since(before);
        assertThat(used.own()).isEqualTo(1_000_000_000);
        assertThat(used.others()).isEqualTo(2_100_000_000 - 1_000_000_000);
        assertThat(used.stolen()).isEqualTo(70_000_000);
    }
}
