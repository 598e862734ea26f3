package dev.millstream.engine.batch;

import dev.millstream.engine.operator.Output;
import dev.millstream.engine.thread.Ending;

/** Where the results of groups go. */
final class GroupResults {
    private GroupResults() {}

    /** To the next operator, as long as the task is not to end. */
    static RecordSink to(Ending ending, Output next) {
        return (value, timestamp) -> {
            ending.check();
            next.process(value, timestamp);
        };
    }
}
