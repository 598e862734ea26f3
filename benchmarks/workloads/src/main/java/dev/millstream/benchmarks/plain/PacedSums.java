package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.process.Program;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.latency.Latencies;
import dev.millstream.benchmarks.workload.latency.Schedule;
import java.util.concurrent.locks.LockSupport;

/** W7 on one thread: waits for each event to be due and adds it up. */
final class PacedSums {
    private static final long LONGEST_PAUSE_NS = 50_000;

    private PacedSums() {}

    static Program of(Workload workload) {
        return assignment -> {
            Schedule schedule = Schedule.soon(workload.firstUnits(), assignment.units());
            Latencies latencies = new Latencies(schedule.ignoredBeforeNs());
            LongTable sums = new LongTable(1);
            for (long index = 0; index < schedule.count(); index++) {
                awaitDue(schedule.dueNs(index));
                Event event = schedule.event(index);
                int row = sums.row(event.key());
                long sum = sums.cells()[row + 1] += event.value();
                latencies.add(event.time(), Fingerprints.update(event.key(), sum));
            }
            latencies.save(assignment.results());
        };
    }

    private static void awaitDue(long dueNs) {
        for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_PAUSE_NS));
        }
    }
}
