package dev.millstream.cli.program;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.JobStatus;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Progress;
import dev.millstream.cli.output.UserTrace;
import dev.millstream.cluster.embedded.EmbeddedExecutor;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.streaming.api.environment.ProgramContext;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs a program's main method, with environments that execute on the embedded cluster. */
public final class ProgramRunner {
    private final Configuration configuration;
    private final PrintWriter err;

    public ProgramRunner(Configuration configuration, PrintWriter err) {
        this.configuration = configuration;
        this.err = err;
    }

    /**
     * Runs a program and waits for its jobs.
     *
     * @param progress told of all state changes
     * @return the exit code
     */
    public int run(ProgramReference reference, Progress progress) {
        try (LoadedProgram program = ProgramLoader.load(reference)) {
            TrackingExecutor executor = new TrackingExecutor(new EmbeddedExecutor(progress));
            Interrupt interrupt = Interrupt.handle(executor, err);
            try {
                callMain(program, executor);
                for (JobClient job : executor.jobs()) {
                    job.getJobExecutionResult().get();
                }
                return ExitCode.DONE;
            } catch (Throwable e) {
                progress.finish();
                return interrupt.received() ? waitForTheEnd() : failed(reference, unwrap(e));
            }
        }
    }

    /**
     * The plan of the first job that a program executes. Nothing is run but its main method up to
     * there.
     *
     * @param json whether it is for programs to read
     */
    public String plan(ProgramReference reference, boolean json) {
        try (LoadedProgram program = ProgramLoader.load(reference)) {
            try {
                callMain(program, new PlanCapture(new EmbeddedExecutor(), json));
            } catch (Throwable e) {
                if (unwrap(e) instanceof PlanCapture.Captured captured) {
                    return captured.plan();
                }
                failed(reference, unwrap(e));
                throw CommandException.failed(
                        "The program " + reference.nameOrJar() + " has no plan, as it failed.");
            }
        }
        throw CommandException.failed(
                "The program "
                        + reference.nameOrJar()
                        + " ended without executing a job. Call execute(), executeAsync() or"
                        + " executeAndCollect() in its main method.");
    }

    private void callMain(LoadedProgram program, PipelineExecutor executor) throws Exception {
        List<String> jars = program.jar().map(jar -> List.of(jar.toString())).orElse(List.of());
        Object arguments = program.arguments().toArray(String[]::new);
        new ProgramContext(executor, configuration, program.classLoader(), jars)
                .run(() -> program.main().invoke(null, arguments));
    }

    /** The signal's thread ends the process once the job is cancelled. */
    private static int waitForTheEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED;
    }

    private static Throwable unwrap(Throwable e) {
        Throwable cause = e.getCause();
        return (e instanceof InvocationTargetException || e instanceof ExecutionException)
                        && cause != null
                ? unwrap(cause)
                : e;
    }

    private int failed(ProgramReference reference, Throwable e) {
        switch (e) {
            case JobExecutionException job when job.getStatus() == JobStatus.CANCELED -> {
                err.println("millstream: the job " + job.getJobID() + " was cancelled.");
                return ExitCode.CANCELED;
            }
            case JobExecutionException job -> {
                err.println("millstream: " + job.getMessage());
                UserTrace.printCauses(job, err);
            }
            case InvalidProgramException refused ->
                    err.println(
                            "millstream: the program "
                                    + reference.nameOrJar()
                                    + " was refused. "
                                    + refused.getMessage());
            case CommandException command -> throw command;
            default -> {
                err.println(
                        "millstream: the main method of "
                                + reference.nameOrJar()
                                + " failed: "
                                + e);
                UserTrace.print(e, err);
            }
        }
        return ExitCode.FAILED;
    }
}
