package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.platform.link.Address;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.transport.TransportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line of a TaskManager that a JobManager starts. */
final class TaskManagerCall {
    private TaskManagerCall() {}

    /**
     * Its words.
     *
     * @param setup of the JobManager, whose options it inherits
     * @param jobManager where that accepts links
     * @param name for people
     */
    static List<String> arguments(ProcessSetup setup, Address jobManager, String name) {
        Map<String, String> options = new TreeMap<>(setup.overrides());
        options.put(TransportOptions.JOB_MANAGER_ADDRESS.key(), jobManager.host());
        options.put(TransportOptions.JOB_MANAGER_PORT.key(), Integer.toString(jobManager.port()));
        options.put(TaskManagerOptions.RESOURCE_ID.key(), name);
        List<String> words = new ArrayList<>();
        words.add("taskmanager");
        words.add("--log-to");
        words.add(setup.directory().log(RunDirectory.taskManagerProcess(name)).toString());
        words.addAll(definitions(options));
        return words;
    }

    /** As {@code -D} has them. */
    static List<String> definitions(Map<String, String> options) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(options)
                .forEach((key, value) -> {
                    words.add("-D");
                    words.add(key + "=" + value);
                });
        return words;
    }
}
