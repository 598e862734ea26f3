package dev.millstream.rest.job;

import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.plan.PlanJson;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobDetails.SubtaskDetails;
import dev.millstream.protocol.job.JobDetails.VertexDetails;
import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.rest.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes jobs and their vertices. */
final class JobDescription {
    private JobDescription() {}

    /** A job with its vertices and its plan. */
    static void write(
            JsonObject json, JobDetails details, JobGraph graph, JobHistory history, long nowMs) {
        JobOverview job = details.overview();
        json.put("jid", job.job().toHexString());
        json.put("name", job.name());
        json.put("isStoppable", false);
        json.put("state", job.status().name());
        json.put("job-type", graph.batch() ? "BATCH" : "STREAMING");
        times(json, job.startMs(), job.endMs(), nowMs);
        json.put("maxParallelism", -1);
        json.put("now", nowMs);
        json.object(
                "timestamps",
                it ->
                        history.statuses()
                                .forEach(change -> it.put(change.state(), change.wallMs())));
        json.objects(
                "vertices",
                details.vertices(),
                (it, vertex) -> vertex(it, vertex, vertexOf(graph, vertex), nowMs));
        json.object(
                "status-counts",
                it -> statusCounts(details).forEach((state, count) -> it.put(state.name(), count)));
        json.putJson("plan", PlanJson.of(graph));
    }

    /** A vertex with its subtasks. */
    static void writeVertex(JsonObject json, VertexDetails vertex, JobGraph graph, long nowMs) {
        json.put("id", vertex.id().toString());
        json.put("name", vertex.name());
        json.put("parallelism", vertex.parallelism());
        json.put("maxParallelism", maxParallelism(vertexOf(graph, vertex)));
        json.put("now", nowMs);
        json.objects("subtasks", vertex.subtasks(), (it, subtask) -> subtask(it, subtask, nowMs));
    }

    private static void vertex(
            JsonObject json, VertexDetails vertex, Optional<JobVertex> described, long nowMs) {
        List<SubtaskDetails> subtasks = vertex.subtasks();
        json.put("id", vertex.id().toString());
        json.put("name", vertex.name());
        described.ifPresent(it -> json.put("slotSharingGroupId", it.slotSharingGroup()));
        json.put("parallelism", vertex.parallelism());
        json.put("maxParallelism", maxParallelism(described));
        json.put("status", VertexState.of(subtasks).name());
        long startMs =
                subtasks.stream()
                        .mapToLong(SubtaskDetails::startMs)
                        .filter(it -> it >= 0)
                        .min()
                        .orElse(-1);
        boolean over = subtasks.stream().allMatch(it -> it.endMs() >= 0);
        long endMs =
                over ? subtasks.stream().mapToLong(SubtaskDetails::endMs).max().orElse(-1) : -1;
        times(json, startMs, endMs, nowMs);
        json.object(
                "tasks",
                it ->
                        VertexState.counts(subtasks)
                                .forEach((state, count) -> it.put(state.name(), count)));
        json.object("metrics", it -> metrics(it, sum(subtasks), over));
    }

    private static void subtask(JsonObject json, SubtaskDetails subtask, long nowMs) {
        json.put("subtask", subtask.index());
        json.put("status", subtask.state().name());
        json.put("attempt", subtask.attempt());
        json.put("taskmanager-id", subtask.taskManager().orElse("(unassigned)"));
        json.put("endpoint", subtask.taskManager().orElse("(unassigned)"));
        json.put("slot", subtask.slot());
        times(json, subtask.startMs(), subtask.endMs(), nowMs);
        json.object("metrics", it -> metrics(it, subtask.metrics(), subtask.endMs() >= 0));
    }

    private static void times(JsonObject json, long startMs, long endMs, long nowMs) {
        json.put("start-time", startMs);
        json.put("end-time", endMs);
        json.put("duration", duration(startMs, endMs, nowMs));
    }

    /** -1 for what has not begun. */
    static long duration(long startMs, long endMs, long nowMs) {
        return startMs < 0 ? -1 : Math.max(0, (endMs < 0 ? nowMs : endMs) - startMs);
    }

    private static void metrics(JsonObject json, TaskIoMetrics metrics, boolean complete) {
        json.put("read-bytes", metrics.bytesIn());
        json.put("read-bytes-complete", complete);
        json.put("write-bytes", metrics.bytesOut());
        json.put("write-bytes-complete", complete);
        json.put("read-records", metrics.recordsIn());
        json.put("read-records-complete", complete);
        json.put("write-records", metrics.recordsOut());
        json.put("write-records-complete", complete);
    }

    private static TaskIoMetrics sum(List<SubtaskDetails> subtasks) {
        TaskIoMetrics sum = TaskIoMetrics.NONE;
        for (SubtaskDetails subtask : subtasks) {
            TaskIoMetrics one = subtask.metrics();
            sum =
                    new TaskIoMetrics(
                            sum.recordsIn() + one.recordsIn(),
                            sum.recordsOut() + one.recordsOut(),
                            sum.bytesIn() + one.bytesIn(),
                            sum.bytesOut() + one.bytesOut());
        }
        return sum;
    }

    private static Map<ExecutionState, Integer> statusCounts(JobDetails details) {
        Map<ExecutionState, Integer> counts = new EnumMap<>(ExecutionState.class);
        for (ExecutionState state : ExecutionState.values()) {
            counts.put(state, 0);
        }
        details.vertices()
                .forEach(it -> counts.merge(VertexState.of(it.subtasks()), 1, Integer::sum));
        return counts;
    }

    /** How many tasks of a job are in each state. */
    static Map<ExecutionState, Integer> taskCounts(JobDetails details) {
        List<SubtaskDetails> all = new ArrayList<>();
        details.vertices().forEach(it -> all.addAll(it.subtasks()));
        return VertexState.counts(all);
    }

    private static Optional<JobVertex> vertexOf(JobGraph graph, VertexDetails vertex) {
        return graph.vertices().stream().filter(it -> it.id().equals(vertex.id())).findFirst();
    }

    private static long maxParallelism(Optional<JobVertex> vertex) {
        return vertex.map(JobVertex::maxParallelism).orElse(-1);
    }
}
