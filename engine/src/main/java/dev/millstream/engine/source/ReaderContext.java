package dev.millstream.engine.source;

import dev.millstream.api.connector.source.SourceEvent;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.Platform;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.types.closure.ClosureBytes;

/** What a source's reader can do. */
final class ReaderContext implements SourceReaderContext {
    private final OperatorContext context;
    private final SourceLinks links;
    private final SplitFeed feed;

    ReaderContext(OperatorContext context, SourceLinks links, SplitFeed feed) {
        this.context = context;
        this.links = links;
        this.feed = feed;
    }

    @Override
    public String getLocalHostName() {
        return links.host();
    }

    @Override
    public int getIndexOfSubtask() {
        return scope().facts().getIndexOfThisSubtask();
    }

    @Override
    public void sendSplitRequest() {
        feed.demand();
    }

    @Override
    public void sendSourceEventToCoordinator(SourceEvent sourceEvent) {
        links.coordinator()
                .eventToEnumerator(
                        links.attempt(), Bytes.owning(ClosureBytes.serialize(sourceEvent)));
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return scope().userClassLoader();
    }

    @Override
    public int currentParallelism() {
        return scope().facts().getNumberOfParallelSubtasks();
    }

    @Override
    public Cancellable schedule(long delayMs, Runnable action) {
        return scope().deadlines().schedule(delayMs, () -> run(action));
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @Override
    public Platform platform() {
        return scope().platform();
    }

    private TaskScope scope() {
        return context.scope();
    }
}
