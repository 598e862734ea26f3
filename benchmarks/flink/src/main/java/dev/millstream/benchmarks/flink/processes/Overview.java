package dev.millstream.benchmarks.flink.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;

/** What the JobManager tells of the cluster. */
final class Overview {
    private Overview() {}

    /** Whether so many TaskManagers have registered. */
    static boolean tells(Configuration shared, int taskManagers) throws InterruptedException {
        URI uri =
                URI.create(
                        "http://"
                                + shared.get(RestOptions.ADDRESS)
                                + ":"
                                + shared.get(RestOptions.PORT)
                                + "/overview");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body()
                    .contains("\"taskmanagers\":" + taskManagers);
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }
}
