package dev.millstream.cli.remote;

import dev.millstream.cli.output.CommandException;
import java.util.List;

/** Finds the log that a user means. */
public final class LogLookup {
    private LogLookup() {}

    /**
     * Where the REST interface has it.
     *
     * @param named a file, or a TaskManager's id or a prefix of it that no other has
     * @throws CommandException if there is no such log, or there are several
     */
    public static String path(RestCalls calls, String named) {
        boolean isFile =
                Json.parse(calls.get("/jobmanager/logs")).objects("logs").stream()
                        .anyMatch(log -> log.text("name").equals(named));
        if (isFile) {
            return "/jobmanager/logs/" + named;
        }
        List<String> taskManagers =
                Json.parse(calls.get("/taskmanagers")).objects("taskmanagers").stream()
                        .map(it -> it.text("id"))
                        .filter(id -> !named.isEmpty() && id.startsWith(named))
                        .toList();
        if (taskManagers.size() == 1) {
            return "/taskmanagers/" + taskManagers.getFirst() + "/log";
        }
        throw CommandException.failed(
                taskManagers.isEmpty()
                        ? "There is no log file '"
                                + named
                                + "', and no TaskManager whose id begins so. 'millstream logs'"
                                + " lists the files."
                        : "The ids of "
                                + taskManagers.size()
                                + " TaskManagers begin with '"
                                + named
                                + "': "
                                + String.join(", ", taskManagers)
                                + ". Give more of it.");
    }
}
