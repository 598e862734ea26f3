package dev.millstream.rest.job;

import dev.millstream.api.common.JobStatus;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.json.JsonObject;
import dev.millstream.rest.route.RestException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Lists jobs with their tasks' states. Thread-safe. */
final class JobListing {
    private final DispatcherCalls dispatcher;
    private final EndedTaskCounts ended = new EndedTaskCounts();

    JobListing(DispatcherCalls dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** A job, and how many of its tasks are in each state. */
    record Entry(JobOverview job, Map<ExecutionState, Integer> tasks) {
        void write(JsonObject json, long nowMs) {
            json.put("jid", job.job().toHexString());
            json.put("name", job.name());
            json.put("state", job.status().name());
            json.put("start-time", job.startMs());
            json.put("end-time", job.endMs());
            json.put("duration", JobDescription.duration(job.startMs(), job.endMs(), nowMs));
            json.put("last-modification", job.endMs() < 0 ? nowMs : job.endMs());
            json.object("tasks", this::writeTasks);
        }

        private void writeTasks(JsonObject json) {
            json.put("total", tasks.values().stream().mapToInt(Integer::intValue).sum());
            for (ExecutionState state : ExecutionState.values()) {
                json.put(VertexState.lower(state), tasks.getOrDefault(state, 0));
            }
        }
    }

    List<JobOverview> jobs() throws InterruptedException {
        return dispatcher.ask(DispatcherGateway::listJobs);
    }

    /** All jobs, asked for at the same time. */
    List<Entry> entries() throws InterruptedException {
        List<JobOverview> jobs = jobs();
        List<CompletableFuture<JobDetails>> asked = new ArrayList<>();
        for (JobOverview job : jobs) {
            asked.add(
                    ended.of(job.job()).isPresent()
                            ? new CompletableFuture<>()
                            : dispatcher.start(it -> it.requestJobDetails(job.job())));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            entries.add(entry(jobs.get(i), asked.get(i)));
        }
        return entries;
    }

    private Entry entry(JobOverview job, CompletableFuture<JobDetails> asked)
            throws InterruptedException {
        var known = ended.of(job.job());
        if (known.isPresent()) {
            return new Entry(job, known.get());
        }
        try {
            Map<ExecutionState, Integer> tasks = JobDescription.taskCounts(dispatcher.await(asked));
            if (job.status().isGloballyTerminalState()) {
                ended.put(job.job(), tasks);
            }
            return new Entry(job, tasks);
        } catch (RestException e) {
            // Its JobMaster is just being started anew, or it has just been forgotten.
            return new Entry(job, Map.of());
        }
    }

    /** How many jobs are in each status. */
    static Map<JobStatus, Integer> statusCounts(List<JobOverview> jobs) {
        Map<JobStatus, Integer> counts = new EnumMap<>(JobStatus.class);
        jobs.forEach(it -> counts.merge(it.status(), 1, Integer::sum));
        return counts;
    }
}
