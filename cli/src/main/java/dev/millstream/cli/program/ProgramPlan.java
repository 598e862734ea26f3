package dev.millstream.cli.program;

import dev.millstream.cli.output.CommandException;
import dev.millstream.cluster.embedded.EmbeddedExecutor;
import dev.millstream.configuration.Configuration;
import java.io.PrintStream;

/** Runs a program's main method up to the first job that it executes, for its plan. */
public final class ProgramPlan {
    private ProgramPlan() {}

    /**
     * The plan of a program's first job. What the program prints goes to standard error, as the
     * plan is the only result.
     *
     * @param json whether it is for programs to read
     * @throws CommandException if the program fails before it executes a job, or ends without one
     */
    public static String of(ProgramReference reference, Configuration configuration, boolean json) {
        PlanCapture capture = new PlanCapture(new EmbeddedExecutor(), json);
        try (LoadedProgram program = ProgramLoader.load(reference)) {
            runForPlan(program, capture, configuration);
            return capture.plan().orElseThrow(() -> ProgramFailure.withoutJob(program.name()));
        }
    }

    private static void runForPlan(
            LoadedProgram program, PlanCapture capture, Configuration configuration) {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            program.run(capture, configuration);
        } catch (Throwable e) {
            if (capture.plan().isEmpty()) {
                throw ProgramFailure.of(program.name(), e);
            }
        } finally {
            System.setOut(out);
        }
    }
}
