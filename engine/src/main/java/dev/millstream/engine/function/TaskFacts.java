package dev.millstream.engine.function;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobInfo;
import dev.millstream.api.common.TaskInfo;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;

/** What users' functions may know of their job and subtask. */
public record TaskFacts(TaskDeploymentDescriptor task) implements TaskInfo, JobInfo {
    @Override
    public JobID getJobId() {
        return task.attempt().job();
    }

    @Override
    public String getJobName() {
        return task.jobName();
    }

    @Override
    public String getTaskName() {
        return task.vertexName();
    }

    @Override
    public int getMaxNumberOfParallelSubtasks() {
        return task.maxParallelism();
    }

    @Override
    public int getIndexOfThisSubtask() {
        return task.attempt().subtask();
    }

    @Override
    public int getNumberOfParallelSubtasks() {
        return task.parallelism();
    }

    @Override
    public int getAttemptNumber() {
        return task.attempt().attempt();
    }

    @Override
    public String getTaskNameWithSubtasks() {
        return task.vertexName() + " " + subtask();
    }

    @Override
    public String getAllocationIDAsString() {
        return task.allocation().toString();
    }

    /** Index and parallelism, such as {@code (2/4)}; counted from 1. */
    public String subtask() {
        return "(" + (task.attempt().subtask() + 1) + "/" + task.parallelism() + ")";
    }
}
