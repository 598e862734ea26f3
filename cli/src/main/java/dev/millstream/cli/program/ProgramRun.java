package dev.millstream.cli.program;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Progress;
import dev.millstream.cli.output.ResultsBesideProgress;
import dev.millstream.cluster.embedded.EmbeddedExecutor;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import java.io.PrintStream;

/** Runs a program's main method, with environments that execute on the embedded cluster. */
public final class ProgramRun {
    private ProgramRun() {}

    /**
     * Runs a program and waits for its jobs. Ctrl-C cancels them.
     *
     * @param caller is told of all changes of the jobs' states
     * @return the exit code
     * @throws CommandException if the program or one of its jobs has failed or was cancelled
     */
    public static int of(ProgramReference reference, Configuration configuration, Caller caller) {
        Progress progress = new Progress(caller);
        PrintStream out = System.out;
        if (caller.hasTerminal()) {
            System.setOut(ResultsBesideProgress.over(out, progress));
        }
        try {
            return run(reference, configuration, caller, progress);
        } finally {
            progress.clearLiveLine();
            System.setOut(out);
        }
    }

    private static int run(
            ProgramReference reference,
            Configuration configuration,
            Caller caller,
            Progress progress) {
        TrackingExecutor executor = new TrackingExecutor(new EmbeddedExecutor(progress));
        try (LoadedProgram program = ProgramLoader.load(reference);
                Interrupt interrupt = Interrupt.handle(executor, caller.err())) {
            try {
                program.run(executor, configuration);
                for (JobClient job : executor.jobs()) {
                    job.getJobExecutionResult().get();
                }
            } catch (Throwable e) {
                if (interrupt.isReceived()) {
                    interrupt.awaitEndOfJobs();
                    return ExitCode.INTERRUPTED;
                }
                throw ProgramFailure.of(program.name(), e);
            }
            if (executor.jobs().isEmpty()) {
                throw ProgramFailure.withoutJob(program.name());
            }
            return interrupt.isReceived() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }
}
