package dev.millstream.benchmarks.programs.processes;

import dev.millstream.cluster.entrypoint.JobManagerRole;
import dev.millstream.cluster.entrypoint.ProcessSetup;
import dev.millstream.cluster.entrypoint.TaskManagerRole;
import dev.millstream.cluster.standalone.JvmCommand;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.Configuration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A JobManager or a TaskManager as a process: role, folder of the cluster, options. */
final class RoleMain {
    /** The role of the one that has the jobs. */
    static final String JOB_MANAGER = "jobmanager";

    /** The role of those that have the tasks. */
    static final String TASK_MANAGER = "taskmanager";

    private RoleMain() {}

    public static void main(String[] args) throws Exception {
        ProcessSetup setup = setup(Path.of(args[1]), Arrays.copyOfRange(args, 2, args.length));
        switch (args[0]) {
            case JOB_MANAGER -> JobManagerRole.start(setup).ended().join();
            case TASK_MANAGER -> System.err.println(TaskManagerRole.start(setup).ended().join());
            default -> throw new IllegalArgumentException("There is no role " + args[0]);
        }
        System.exit(1);
    }

    private static ProcessSetup setup(Path folder, String... options) {
        Map<String, String> values = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            values.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new ProcessSetup(
                Configuration.fromMap(values),
                values,
                new RunDirectory(folder),
                JvmCommand.of(Map.of(), RoleMain.class.getName()),
                "benchmark");
    }
}
