package dev.millstream.engine.source;

import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import java.util.concurrent.CompletableFuture;

/** Where a source task gets its splits: the job's JobMaster. Thread-safe; doesn't block. */
@FunctionalInterface
public interface SplitRequests {
    /**
     * Several requests of one attempt may be under way. May be completed on any thread. A failure
     * fails the task: who implements this repeats what is worth repeating.
     */
    CompletableFuture<NextInputSplit> next(RequestNextInputSplit request);
}
