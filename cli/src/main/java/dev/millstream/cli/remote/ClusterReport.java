package dev.millstream.cli.remote;

import dev.millstream.cli.output.JsonLine;
import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.cluster.standalone.RunDirectory;
import java.io.PrintWriter;

/**
 * What a cluster is like now.
 *
 * @param directory in which its processes find each other
 * @param address of its JobManager
 * @param overview as the REST interface has it
 */
public record ClusterReport(RunDirectory directory, ClusterAddress address, Json overview) {
    /** Prints it. */
    public void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(
                    new JsonLine()
                            .put("status", "RUNNING")
                            .put("rest-address", address.rest().toString())
                            .put("rpc-address", address.links().toString())
                            .put("pid", address.pid())
                            .put("taskmanagers", overview.number("taskmanagers"))
                            .put("slots-total", overview.number("slots-total"))
                            .put("slots-available", overview.number("slots-available"))
                            .put("jobs-running", overview.number("jobs-running"))
                            .put("run-dir", directory.toString()));
            return;
        }
        out.println(
                "JobManager: http://"
                        + address.rest()
                        + " (REST and web page), "
                        + address.links()
                        + " (links), process "
                        + address.pid());
        out.println(
                "TaskManagers: "
                        + overview.text("taskmanagers")
                        + " with "
                        + overview.text("slots-total")
                        + " slots, "
                        + overview.text("slots-available")
                        + " of them free; jobs running: "
                        + overview.text("jobs-running"));
        out.println("Logs and token: " + directory);
    }
}
