package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.process.MeasuredProcess;
import dev.millstream.benchmarks.process.ProcessPlan;

/** The process of the programs without an engine. */
public final class PlainMain {
    private PlainMain() {}

    public static void main(String[] args) throws Exception {
        try (PlainEngine engine = new PlainEngine()) {
            MeasuredProcess.measure(ProcessPlan.parse(args), engine, System.out);
        }
    }
}
