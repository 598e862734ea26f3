package dev.millstream.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Processor time up to a moment, in nanoseconds, from {@code /proc/stat}; 0 where there is none.
 *
 * @param own of this process and of those that belong to it
 * @param busy of all processes
 * @param stolen that other machines took from this one
 */
record MachineTime(long own, long busy, long stolen) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Now; own is what this process and the given ones have used. */
    static MachineTime now(List<ProcessHandle> processes) throws IOException {
        long own = ofThisProcess();
        for (ProcessHandle process : processes) {
            own += process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }
        return Files.isReadable(STAT)
                ? parse(own, Files.readAllLines(STAT))
                : new MachineTime(own, 0, 0);
    }

    private static long ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** Columns: user, nice, system, idle, iowait, irq, softirq, steal. */
    static MachineTime parse(long own, List<String> stat) {
        String[] columns = stat.getFirst().trim().split(" +", -1);
        long busy = 0;
        for (int column : new int[] {1, 2, 3, 6, 7}) {
            busy += Long.parseLong(columns[column]);
        }
        return new MachineTime(
                own, busy * NANOS_PER_TICK, Long.parseLong(columns[8]) * NANOS_PER_TICK);
    }

    /** What was used from an earlier moment to this one. */
    MachineTime since(MachineTime earlier) {
        return new MachineTime(own - earlier.own, busy - earlier.busy, stolen - earlier.stolen);
    }

    /** What other processes used; never negative, although ticks are coarse. */
    long others() {
        return Math.max(0, busy - own);
    }

    /** The most memory that this process and others have had resident, in kB; 0 if not known. */
    static long peakResidentKb(List<ProcessHandle> processes) throws IOException {
        long sum = peakResidentKb(STATUS);
        for (ProcessHandle process : processes) {
            sum += peakResidentKb(Path.of("/proc/" + process.pid() + "/status"));
        }
        return sum;
    }

    private static long peakResidentKb(Path status) throws IOException {
        if (!Files.isReadable(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }
}
