package dev.millstream.cli.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cluster.entrypoint.JobManagerRole;
import dev.millstream.cluster.entrypoint.ProcessSetup;
import dev.millstream.cluster.entrypoint.TaskManagerRole;
import dev.millstream.cluster.standalone.ClusterException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * A JobManager or TaskManager that is this process: it logs to standard error, and ends when the
 * process is told to (SIGTERM, Ctrl-C), with what it has started.
 */
public final class ForegroundRole {
    private ForegroundRole() {}

    /**
     * Runs a JobManager.
     *
     * @return the exit code, if it ends by itself
     */
    public static int jobManager(ProcessSetup setup, Caller caller) {
        logProgress(caller);
        JobManagerRole role;
        try {
            role = JobManagerRole.start(setup);
        } catch (ClusterException e) {
            throw failed(e);
        }
        Runtime.getRuntime().addShutdownHook(ending(role::close, role.ended()));
        caller.err()
                .println(
                        "The JobManager takes jobs at "
                                + role.address().rest()
                                + " (REST) and TaskManagers at "
                                + role.address().links()
                                + "; its folder is "
                                + setup.directory()
                                + ".");
        caller.err().flush();
        role.ended().join();
        caller.err().println("millstream: The JobManager has crashed. Its log says why.");
        return ExitCode.FAILED;
    }

    /**
     * Runs a TaskManager.
     *
     * @return the exit code, if it ends by itself
     */
    public static int taskManager(ProcessSetup setup, Caller caller) {
        logProgress(caller);
        TaskManagerRole role;
        try {
            role = TaskManagerRole.start(setup);
        } catch (ClusterException e) {
            throw failed(e);
        }
        Runtime.getRuntime().addShutdownHook(ending(role::close, role.ended()));
        throw CommandException.failed(role.ended().join());
    }

    private static CommandException failed(ClusterException e) {
        return CommandException.of(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
    }

    /** Unless told otherwise; other verbs show warnings only. */
    private static void logProgress(Caller caller) {
        if (!caller.environment().containsKey("MILLSTREAM_LOG_LEVEL")) {
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.INFO);
            for (String talkative : List.of("io.javalin", "org.eclipse.jetty", "io.netty")) {
                ((Logger) LoggerFactory.getLogger(talkative)).setLevel(Level.WARN);
            }
        }
    }

    /** An end that was asked for is no failure, whatever code the JDK has for signals. */
    private static Thread ending(Runnable close, CompletableFuture<?> ended) {
        return Thread.ofPlatform()
                .name("millstream-end")
                .unstarted(() -> {
                    boolean askedFor = !ended.isDone();
                    close.run();
                    Runtime.getRuntime().halt(askedFor ? ExitCode.DONE : ExitCode.FAILED);
                });
    }
}
