package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.workload.Workload;

/** One process that is to be measured. */
record Turn(int round, Workload workload, Contestant contestant) {
    /** What its runs in other rounds have in common with it. */
    String kind() {
        return workload + " " + contestant.name();
    }
}
