package dev.millstream.engine.source;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.Acknowledge;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The way between a source's coordinator task and its readers: by the job's JobMaster. Thread-safe;
 * doesn't block. Messages of one sender arrive in order.
 */
public interface CoordinatorLink {
    /**
     * From the coordinator. May be completed on any thread; a failure fails the coordinator task.
     */
    CompletableFuture<Acknowledge> splitEvents(
            ExecutionAttemptID coordinator, List<SplitEvent> events);

    /** From a reader to its enumerator. */
    void eventToEnumerator(ExecutionAttemptID reader, Bytes event);
}
