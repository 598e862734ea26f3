package dev.millstream.taskmanager.executor;

import dev.millstream.engine.source.CoordinatorLink;
import dev.millstream.engine.source.SplitRequests;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.Acknowledge;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What tasks ask of their JobMaster themselves. Nothing is repeated: a request whose answer was
 * lost may have had its effect, and a split that was assigned but never arrived would be lost. The
 * task fails, and its splits are handed out again.
 */
record JobMasterLink(JobMasterGateway jobMaster) implements SplitRequests, CoordinatorLink {
    @Override
    public CompletableFuture<NextInputSplit> next(RequestNextInputSplit request) {
        return jobMaster.requestNextInputSplit(request);
    }

    @Override
    public CompletableFuture<Acknowledge> splitEvents(
            ExecutionAttemptID coordinator, List<SplitEvent> events) {
        return jobMaster.splitEvents(coordinator, events);
    }

    @Override
    public void eventToEnumerator(ExecutionAttemptID reader, Bytes event) {
        jobMaster.eventToEnumerator(reader, event);
    }
}
