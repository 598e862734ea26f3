package dev.millstream.client.job;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.task.FailureInfo;

/** Turns a job's end, as the cluster tells it, into what the API has for it. */
final class JobResults {
    private JobResults() {}

    /**
     * @throws JobExecutionException if the job has not finished
     */
    static JobExecutionResult of(JobResult result, ClassLoader userClassLoader)
            throws JobExecutionException {
        return switch (result) {
            case JobResult.JobResultSuccess success -> succeeded(success, userClassLoader);
            case JobResult.JobResultFailure failure -> throw failed(failure.job(), failure.cause());
            case JobResult.JobResultCanceled canceled ->
                    throw new JobExecutionException(
                            canceled.job(),
                            JobStatus.CANCELED,
                            "Job " + canceled.job() + " was cancelled");
        };
    }

    static JobStatus status(JobResult result) {
        return switch (result) {
            case JobResult.JobResultSuccess _ -> JobStatus.FINISHED;
            case JobResult.JobResultFailure _ -> JobStatus.FAILED;
            case JobResult.JobResultCanceled _ -> JobStatus.CANCELED;
        };
    }

    private static JobExecutionResult succeeded(
            JobResult.JobResultSuccess success, ClassLoader userClassLoader)
            throws JobExecutionException {
        try {
            return new JobExecutionResult(
                    success.job(),
                    success.durationMs(),
                    AccumulatorResults.of(success.accumulators(), userClassLoader));
        } catch (AccumulatorException e) {
            JobExecutionException failed =
                    new JobExecutionException(
                            success.job(), JobStatus.FAILED, String.valueOf(e.getMessage()));
            failed.initCause(e.getCause());
            throw failed;
        }
    }

    private static JobExecutionException failed(JobID job, FailureInfo cause) {
        JobExecutionException failed =
                new JobExecutionException(job, JobStatus.FAILED, cause.message());
        if (!cause.stackTrace().isBlank()) {
            failed.initCause(TaskException.parse(cause.stackTrace(), cause.userCode()));
        }
        return failed;
    }
}
