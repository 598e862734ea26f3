package dev.millstream.graph.job;

import dev.millstream.api.common.JobID;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job as it is submitted. Immutable; holds no object of a user's class: functions are opaque
 * bytes, so that it can pass through a JobManager.
 *
 * @param jobId chosen by the client
 * @param name for people
 * @param batch whether the job runs in batch mode: bounded input, final results only
 * @param vertices in topological order, sources first
 * @param jars what the job's class loader needs besides the system's own class path, in class path
 *     order
 * @param configuration options of the job, by key
 */
public record JobGraph(
        JobID jobId,
        String name,
        boolean batch,
        List<JobVertex> vertices,
        List<BlobKey> jars,
        Map<String, String> configuration) {
    public JobGraph {
        vertices = List.copyOf(vertices);
        jars = List.copyOf(jars);
        configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
    }

    /**
     * The vertex of this id.
     *
     * @throws IllegalArgumentException if there is no such vertex
     */
    public JobVertex vertex(JobVertexID id) {
        for (JobVertex vertex : vertices) {
            if (vertex.id().equals(id)) {
                return vertex;
            }
        }
        throw new IllegalArgumentException("Job " + name + " has no vertex " + id);
    }
}
