package dev.millstream.rest.job;

import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.rest.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Writes what came of a job: its result, its accumulators and its failures. */
final class JobOutcome {
    private static final String NONE = "";

    private JobOutcome() {}

    /** A job's result, or that there is none yet. */
    static void result(JsonObject json, Optional<JobResult> result) {
        json.object("status", it -> it.put("id", result.isPresent() ? "COMPLETED" : "IN_PROGRESS"));
        result.ifPresent(it -> json.object("job-execution-result", into -> result(into, it)));
    }

    private static void result(JsonObject json, JobResult result) {
        json.put("id", result.job().toHexString());
        json.put("application-status", status(result));
        json.object(
                "accumulator-results",
                it -> result.accumulators().forEach(one -> value(it, one.name(), one.value())));
        json.put("net-runtime", result.durationMs());
        if (result instanceof JobResult.JobResultFailure failure) {
            json.object(
                    "failure-cause",
                    it -> {
                        it.put("class", failure.cause().exceptionClass());
                        it.put("message", failure.cause().message());
                        it.put("stack-trace", trace(failure.cause()));
                    });
        }
    }

    private static String status(JobResult result) {
        return switch (result) {
            case JobResult.JobResultSuccess _ -> "SUCCEEDED";
            case JobResult.JobResultFailure _ -> "FAILED";
            case JobResult.JobResultCanceled _ -> "CANCELED";
        };
    }

    /** What the tasks that have ended have accumulated. */
    static void accumulators(JsonObject json, List<AccumulatorSnapshot> accumulators) {
        json.texts("job-accumulators", List.of());
        json.objects(
                "user-task-accumulators",
                accumulators,
                (it, one) -> {
                    it.put("name", one.name());
                    it.put("type", one.value().getClass().getSimpleName());
                    value(it, "value", one.value());
                });
    }

    /** A user's own accumulators can only be opened by a client that has the user's classes. */
    private static void value(JsonObject json, String name, AccumulatorValue value) {
        switch (value) {
            case AccumulatorValue.IntSum(int sum) -> json.put(name, sum);
            case AccumulatorValue.LongSum(long sum) -> json.put(name, sum);
            case AccumulatorValue.DoubleSum(double sum) -> json.put(name, sum);
            case AccumulatorValue.IntMinimum(int least) -> json.put(name, least);
            case AccumulatorValue.IntMaximum(int most) -> json.put(name, most);
            case AccumulatorValue.LongMinimum(long least) -> json.put(name, least);
            case AccumulatorValue.LongMaximum(long most) -> json.put(name, most);
            case AccumulatorValue.DoubleMinimum(double least) -> json.put(name, least);
            case AccumulatorValue.DoubleMaximum(double most) -> json.put(name, most);
            case AccumulatorValue.Average(long count, double sum) ->
                    json.put(name, count == 0 ? 0.0 : sum / count);
            case AccumulatorValue.Opaque _ -> json.putNull(name);
        }
    }

    /** The failures that a job went through, the newest first. */
    static void failures(JsonObject json, JobHistory history) {
        List<StateChange> newestFirst = history.failures().reversed();
        Optional<StateChange> newest = newestFirst.stream().findFirst();
        if (newest.isPresent()) {
            json.put("root-exception", newest.get().failure().map(JobOutcome::trace).orElse(NONE));
            json.put("timestamp", newest.get().wallMs());
        } else {
            json.putNull("root-exception");
            json.putNull("timestamp");
        }
        json.texts("all-exceptions", List.of());
        json.put("truncated", false);
        json.object(
                "exceptionHistory",
                it -> {
                    it.objects("entries", newestFirst, JobOutcome::failure);
                    it.put("truncated", false);
                });
    }

    private static void failure(JsonObject json, StateChange change) {
        change.failure()
                .ifPresent(failure -> {
                    json.put("exceptionName", failure.exceptionClass());
                    json.put("message", failure.message());
                    json.put("stacktrace", trace(failure));
                    json.put("timestamp", change.wallMs());
                    json.put("taskName", change.subject());
                    json.put("endpoint", failure.location());
                    json.put("userCode", failure.userCode());
                    json.texts("concurrentExceptions", List.of());
                });
    }

    private static String trace(FailureInfo failure) {
        return failure.stackTrace().isBlank() ? failure.message() : failure.stackTrace();
    }
}
