package dev.millstream.cli.program;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.JobStatus;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Sentence;
import dev.millstream.cli.output.UserTrace;
import dev.millstream.client.http.ClusterUnreachableException;
import dev.millstream.client.http.RequestRefusedException;
import dev.millstream.client.job.TaskException;
import dev.millstream.configuration.InvalidOptionException;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.core.execution.ProgramParametrizationException;
import java.util.Optional;

/** Tells what ended a program's main method in the words of the command line. */
final class ProgramFailure {
    private static final int MAX_DEPTH = 50;

    private ProgramFailure() {}

    /**
     * The words for what main has thrown. A program may have wrapped what we told it: the first
     * exception of ours among the causes counts.
     */
    static CommandException of(String program, Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            Optional<CommandException> known = ofOurs(program, cause);
            if (known.isPresent()) {
                return known.get();
            }
            cause = cause.getCause();
        }
        return CommandException.inUserCode(
                "The main method of " + program + " failed: " + thrown,
                UserTrace.ofMain(thrown),
                thrown);
    }

    /** For a main method that has ended without a job. */
    static CommandException withoutJob(String program) {
        return CommandException.failed(
                "The program "
                        + program
                        + " ended without executing a job. Call execute(), executeAsync() or"
                        + " executeAndCollect() in its main method.");
    }

    private static Optional<CommandException> ofOurs(String program, Throwable thrown) {
        return switch (thrown) {
            case JobExecutionException job -> Optional.of(ofJob(job));
            case InvalidProgramException _ ->
                    Optional.of(
                            CommandException.of(
                                    ExitCode.FAILED,
                                    "The program "
                                            + program
                                            + " was refused. "
                                            + Sentence.ended(String.valueOf(thrown.getMessage())),
                                    thrown));
            case ProgramParametrizationException _, InvalidOptionException _ ->
                    Optional.of(
                            CommandException.of(
                                    ExitCode.USAGE,
                                    Sentence.ended(String.valueOf(thrown.getMessage())),
                                    thrown));
            case ClusterUnreachableException _, RequestRefusedException _ ->
                    Optional.of(
                            CommandException.of(
                                    ExitCode.FAILED,
                                    Sentence.ended(String.valueOf(thrown.getMessage())),
                                    thrown));
            default -> Optional.empty();
        };
    }

    private static CommandException ofJob(JobExecutionException job) {
        String name = "The job " + job.getJobID();
        if (job.getStatus() == JobStatus.CANCELED) {
            return CommandException.of(ExitCode.CANCELED, name + " was cancelled.", job);
        }
        String message = name + " failed: " + job.getMessage();
        return job.getCause() instanceof TaskException task && task.isUserCode()
                ? CommandException.inUserCode(message, UserTrace.ofTask(task), job)
                : CommandException.of(ExitCode.FAILED, message, job);
    }
}
