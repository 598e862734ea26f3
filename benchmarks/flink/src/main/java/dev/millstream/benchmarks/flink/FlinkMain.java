package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.flink.processes.ProcessEngine;
import dev.millstream.benchmarks.process.Engine;
import dev.millstream.benchmarks.process.MeasuredProcess;
import dev.millstream.benchmarks.process.ProcessPlan;
import dev.millstream.benchmarks.workload.Workload;

/** The process in which Flink is measured. */
public final class FlinkMain {
    private FlinkMain() {}

    public static void main(String[] args) throws Exception {
        ProcessPlan plan = ProcessPlan.parse(args);
        try (Engine engine = engine(plan)) {
            MeasuredProcess.measure(plan, engine, System.out);
        }
        System.exit(0);
    }

    private static Engine engine(ProcessPlan plan) throws Exception {
        return plan.workload() == Workload.W12
                ? new ProcessEngine(plan.folder(), plan.variant())
                : new FlinkEngine();
    }
}
