package dev.millstream.benchmarks.programs;

import dev.millstream.benchmarks.process.MeasuredProcess;
import dev.millstream.benchmarks.process.ProcessPlan;

/** The process in which Millstream is measured. */
public final class MillstreamMain {
    private MillstreamMain() {}

    public static void main(String[] args) throws Exception {
        try (MillstreamEngine engine = new MillstreamEngine()) {
            MeasuredProcess.measure(ProcessPlan.parse(args), engine, System.out);
        }
    }
}
