package dev.millstream.api.common;

/** A subtask, as its functions see it. */
public interface TaskInfo {
    /** The names of the operators in its chain, joined. */
    String getTaskName();

    /** The maximum parallelism, which is the number of key groups. */
    int getMaxNumberOfParallelSubtasks();

    /** From 0 to {@link #getNumberOfParallelSubtasks} - 1. */
    int getIndexOfThisSubtask();

    /** The parallelism. */
    int getNumberOfParallelSubtasks();

    /** 0 at first, one more with each restart. */
    int getAttemptNumber();

    /** The name with index and parallelism, such as {@code count (2/4)}; counted from 1. */
    String getTaskNameWithSubtasks();

    /** Identity of the slot's allocation. */
    String getAllocationIDAsString();
}
