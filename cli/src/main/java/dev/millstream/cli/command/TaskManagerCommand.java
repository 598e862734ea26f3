package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.process.ForegroundRole;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a TaskManager. */
@Command(
        name = "taskmanager",
        description = "Runs a TaskManager in this process, until it is told to end.")
final class TaskManagerCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private ProcessParameters process = new ProcessParameters();

    TaskManagerCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        return ForegroundRole.taskManager(process.setup(caller), caller);
    }
}
