package dev.millstream.cluster.api;

import dev.millstream.api.common.TaskInfo;
import dev.millstream.api.common.functions.RichMapFunction;

/**
 * A number, and the subtask that saw it.
 *
 * @param task name of its task, thus of the whole chain
 * @param slot its allocation
 */
record Seen(long value, int subtask, String task, String slot) {
    /** Tells where each number is seen. */
    static final class ByTask extends RichMapFunction<Long, Seen> {
        private static final long serialVersionUID = 1L;

        @Override
        public Seen map(Long value) {
            TaskInfo task = getRuntimeContext().getTaskInfo();
            return new Seen(
                    value,
                    task.getIndexOfThisSubtask(),
                    task.getTaskName(),
                    task.getAllocationIDAsString());
        }
    }
}
