package dev.millstream.streaming.api.functions.sink.v2;

import dev.millstream.api.common.TaskInfo;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;

/**
 * Prints each record on a line of the task's standard output or error. With several subtasks, the
 * line starts with the number of the subtask, from 1: {@code 2> record}; with an identifier, with
 * that: {@code identifier:2> record}.
 */
public class PrintSink<IN> implements Sink<IN> {
    private static final long serialVersionUID = 1L;

    /** Starts each line; may be empty. */
    private final String sinkIdentifier;

    /** Whether to print on the standard error. */
    private final boolean stdErr;

    /** On the standard output. */
    public PrintSink() {
        this("", false);
    }

    /** On the standard output, or the standard error. */
    public PrintSink(boolean stdErr) {
        this("", stdErr);
    }

    /** On the standard output, with an identifier. */
    public PrintSink(String sinkIdentifier) {
        this(sinkIdentifier, false);
    }

    /** On the standard output or the standard error, with an identifier. */
    public PrintSink(String sinkIdentifier, boolean stdErr) {
        this.sinkIdentifier = sinkIdentifier;
        this.stdErr = stdErr;
    }

    @Override
    public SinkWriter<IN> createWriter(WriterInitContext context) {
        return new PrintWriter<>(prefix(context.getTaskInfo()), stdErr ? System.err : System.out);
    }

    private String prefix(TaskInfo task) {
        boolean several = task.getNumberOfParallelSubtasks() > 1;
        String subtask = several ? Integer.toString(task.getIndexOfThisSubtask() + 1) : "";
        String separator = several && !sinkIdentifier.isEmpty() ? ":" : "";
        String prefix = sinkIdentifier + separator + subtask;
        return prefix.isEmpty() ? "" : prefix + "> ";
    }

    @Override
    public String toString() {
        return "Print to " + (stdErr ? "Std. Err" : "Std. Out");
    }
}
