package dev.millstream.cli.program;

import dev.millstream.api.common.JobStatus;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.JsonLine;
import dev.millstream.cli.output.Progress;
import dev.millstream.cli.output.ResultsBesideProgress;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import java.io.PrintStream;
import java.util.function.Function;

/**
 * Runs a program's main method in this process.
 *
 * @param program which
 * @param configuration of its environments
 * @param caller is told of all changes of the jobs' states
 * @param json whether its jobs are told as JSON objects, a line each: {@code jid} and {@code state}
 *     behind what an attached program prints, {@code jobid} of a detached one
 */
public record ProgramRun(
        ProgramReference program, Configuration configuration, Caller caller, boolean json) {
    /**
     * Runs it and waits for its jobs. Ctrl-C cancels them.
     *
     * @param jobs makes what executes them, and tells their changes
     * @param cancelsAtExit whether they are cancelled, too, when the process is told to end
     * @return the exit code
     * @throws CommandException if the program or one of its jobs has failed or was cancelled
     */
    public int attached(Function<Progress, PipelineExecutor> jobs, boolean cancelsAtExit) {
        Progress progress = new Progress(caller);
        TrackingExecutor executor = new TrackingExecutor(jobs.apply(progress));
        PrintStream out = System.out;
        if (caller.hasTerminal()) {
            System.setOut(ResultsBesideProgress.over(out, progress));
        }
        try {
            return cancelsAtExit ? runCancelledAtExit(executor) : run(executor);
        } finally {
            progress.clearLiveLine();
            System.setOut(out);
        }
    }

    private int runCancelledAtExit(TrackingExecutor executor) {
        try (var _ = ExitCancellation.begin(executor)) {
            return run(executor);
        }
    }

    private int run(TrackingExecutor executor) {
        try (LoadedProgram loaded = ProgramLoader.load(program);
                Interrupt interrupt = Interrupt.handle(executor, caller.err())) {
            try {
                loaded.run(executor, configuration);
                for (JobClient job : executor.jobs()) {
                    job.getJobExecutionResult().get();
                }
            } catch (Throwable e) {
                if (interrupt.isReceived()) {
                    interrupt.awaitEndOfJobs();
                    return ExitCode.INTERRUPTED;
                }
                throw ProgramFailure.of(loaded.name(), e);
            }
            if (executor.jobs().isEmpty()) {
                throw ProgramFailure.withoutJob(loaded.name());
            }
            if (interrupt.isReceived()) {
                return ExitCode.INTERRUPTED;
            }
            executor.jobs().forEach(this::tellFinished);
            return ExitCode.DONE;
        }
    }

    /**
     * Runs it and leaves its jobs behind; their ids, a line each as soon as they are accepted, are
     * all that goes to standard output: a program may end the process itself, or never end.
     *
     * @return the exit code
     * @throws CommandException if the program has failed
     */
    public int detached(PipelineExecutor jobs) {
        TrackingExecutor executor = new TrackingExecutor(jobs, this::tellSubmitted);
        PrintStream out = System.out;
        System.setOut(System.err);
        try (LoadedProgram loaded = ProgramLoader.load(program)) {
            try {
                loaded.run(executor, configuration);
            } catch (Throwable e) {
                throw ProgramFailure.of(loaded.name(), e);
            }
            if (executor.jobs().isEmpty()) {
                throw ProgramFailure.withoutJob(loaded.name());
            }
        } finally {
            System.setOut(out);
        }
        return ExitCode.DONE;
    }

    private void tellFinished(JobClient job) {
        if (json) {
            caller.out()
                    .println(
                            new JsonLine()
                                    .put("jid", job.getJobID().toHexString())
                                    .put("state", JobStatus.FINISHED.name()));
        }
    }

    private void tellSubmitted(JobClient job) {
        String id = job.getJobID().toHexString();
        caller.out().println(json ? new JsonLine().put("jobid", id).toString() : id);
    }
}
