package dev.millstream.benchmarks.jet;

import dev.millstream.benchmarks.process.MeasuredProcess;
import dev.millstream.benchmarks.process.ProcessPlan;

/** The process in which Hazelcast Jet is measured. */
public final class JetMain {
    private JetMain() {}

    public static void main(String[] args) throws Exception {
        try (JetEngine engine = new JetEngine()) {
            MeasuredProcess.measure(ProcessPlan.parse(args), engine, System.out);
        }
        System.exit(0);
    }
}
