package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.process.MeasuredProcess;
import dev.millstream.benchmarks.process.ProcessPlan;

/** The process in which Flink is measured. */
public final class FlinkMain {
    private FlinkMain() {}

    public static void main(String[] args) throws Exception {
        try (FlinkEngine engine = new FlinkEngine()) {
            MeasuredProcess.measure(ProcessPlan.parse(args), engine, System.out);
        }
        System.exit(0);
    }
}
