package dev.millstream.rest.cluster;

import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.json.JsonObject;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** TaskManagers, and what runs on them. Thread-safe. */
public final class TaskManagerRoutes {
    private final DispatcherCalls dispatcher;

    public TaskManagerRoutes(DispatcherCalls dispatcher) {
        this.dispatcher = dispatcher;
    }

    public List<Route> routes() {
        return Stream.of(
                        Route.versioned(Method.GET, "/taskmanagers", Permission.READ, _ -> list()),
                        Route.versioned(
                                Method.GET,
                                "/taskmanagers/{taskmanagerid}",
                                Permission.READ,
                                this::details))
                .flatMap(List::stream)
                .toList();
    }

    private Answer list() throws InterruptedException {
        List<TaskManagerInfo> all = dispatcher.ask(DispatcherGateway::requestTaskManagers);
        return Answer.json(json -> json.objects("taskmanagers", all, TaskManagerRoutes::describe));
    }

    private Answer details(Request request) throws InterruptedException {
        String id = request.pathParameter("taskmanagerid");
        TaskManagerInfo taskManager =
                dispatcher.ask(DispatcherGateway::requestTaskManagers).stream()
                        .filter(it -> it.id().value().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                RestException.notFound(
                                        "No TaskManager of this id is registered; GET"
                                                + " /v1/taskmanagers lists them"));
        List<RunningTask> tasks = tasksOn(id);
        return Answer.json(json -> {
            describe(json, taskManager);
            json.objects("tasks", tasks, (it, task) -> task.write(it));
        });
    }

    private static void describe(JsonObject json, TaskManagerInfo taskManager) {
        json.put("id", taskManager.id().value());
        json.put("path", taskManager.rpcAddress());
        json.put("host", taskManager.host());
        json.put("slotsNumber", taskManager.slots());
        json.put("freeSlots", taskManager.freeSlots());
        json.object("hardware", it -> it.put("managedMemory", taskManager.managedMemoryBytes()));
    }

    /** A task that has not ended. */
    private record RunningTask(
            JobOverview job, String vertex, int parallelism, JobDetails.SubtaskDetails subtask) {
        void write(JsonObject json) {
            json.put("jid", job.job().toHexString());
            json.put("job", job.name());
            json.put("vertex", vertex);
            json.put("parallelism", parallelism);
            json.put("subtask", subtask.index());
            json.put("attempt", subtask.attempt());
            json.put("slot", subtask.slot());
            json.put("status", subtask.state().name());
        }
    }

    private List<RunningTask> tasksOn(String taskManager) throws InterruptedException {
        List<CompletableFuture<JobDetails>> asked = new ArrayList<>();
        for (JobOverview job : dispatcher.ask(DispatcherGateway::listJobs)) {
            if (!job.status().isGloballyTerminalState()) {
                asked.add(dispatcher.start(it -> it.requestJobDetails(job.job())));
            }
        }
        List<RunningTask> found = new ArrayList<>();
        for (CompletableFuture<JobDetails> one : asked) {
            JobDetails job = dispatcher.await(one);
            for (JobDetails.VertexDetails vertex : job.vertices()) {
                vertex.subtasks().stream()
                        .filter(it ->
                                it.taskManager().filter(taskManager::equals).isPresent()
                                        && !it.state().isTerminal())
                        .forEach(it ->
                                found.add(
                                        new RunningTask(
                                                job.overview(),
                                                vertex.name(),
                                                vertex.parallelism(),
                                                it)));
            }
        }
        return found;
    }
}
