package dev.millstream.engine.source;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceEvent;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.core.io.InputStatus;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.types.closure.ClosureBytes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The head of a source's chain: drives the user's reader. */
public final class SourceOperator extends Operator {
    private final Source<Object, SourceSplit, ?> source;
    private final SourceLinks links;
    private final SplitOutputs output;
    private final SplitFeed feed;
    private final SourceIdleness idleness;
    private @Nullable SourceReader<Object, SourceSplit> reader;
    private @Nullable ReaderPoll poll;

    /** What the reader's {@code isAvailable} has last returned; null: it is to be polled. */
    private @Nullable CompletableFuture<Void> available;

    public SourceOperator(
            OperatorContext context,
            Source<Object, SourceSplit, ?> source,
            WatermarkStrategy<Object> watermarks,
            boolean batch,
            SourceLinks links,
            Outputs outputs) {
        super(context, outputs.all());
        this.source = source;
        this.links = links;
        TaskScope scope = context.scope();
        this.output =
                new SplitOutputs(
                        watermarks,
                        new ActivityClock(scope.platform().clock(), scope.waiting()),
                        batch,
                        outputs.main(),
                        outputs.all());
        this.feed = new SplitFeed(context, links, this::addSplit, this::noMoreSplits);
        this.idleness =
                new SourceIdleness(
                        scope.deadlines(),
                        batch ? 0 : links.idleTimeoutMs(),
                        output::nothingToRead);
    }

    @Override
    public void open() {
        SourceReader<Object, SourceSplit> made =
                call(() -> source.createReader(new ReaderContext(context(), links, feed)));
        reader = made;
        poll = call(() -> ReaderPoll.of(made, output.forReader()));
        callVoid(made::start);
        feed.subscribe();
        if (links.watermarkIntervalMs() > 0) {
            schedulePeriodicEmission();
        }
    }

    private void schedulePeriodicEmission() {
        context()
                .scope()
                .deadlines()
                .schedule(
                        links.watermarkIntervalMs(),
                        () -> {
                            callVoid(output::emitPeriodically);
                            schedulePeriodicEmission();
                        });
    }

    /** Whether {@link #poll} is worth a call. If not, the task's thread is signalled when it is. */
    public boolean isAvailable() {
        CompletableFuture<Void> waitedFor = available;
        if (waitedFor == null) {
            return true;
        }
        if (!waitedFor.isDone()) {
            return false;
        }
        available = null;
        idleness.found();
        callVoid(waitedFor::join);
        return true;
    }

    /** Lets the reader emit a record or a few; returns whether it has come to its end. */
    public boolean poll() {
        InputStatus status;
        try {
            status = openPoll().next();
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        return switch (status) {
            case MORE_AVAILABLE -> false;
            case NOTHING_AVAILABLE -> {
                await(call(reader()::isAvailable));
                yield false;
            }
            case END_OF_INPUT -> true;
        };
    }

    private void await(CompletableFuture<Void> future) {
        if (!future.isDone()) {
            available = future;
            idleness.nothingToRead();
            TaskThread thread = context().scope().waiting().thread();
            var _ = future.whenComplete((nothing, failure) -> thread.signal());
            if (feed.mayDeliver()) {
                context().scope().platform().marks().sometimes("source.waits.for.split");
            }
        }
    }

    /** The enumerator has sent an event. */
    public void sourceEvent(Bytes event) {
        callVoid(() ->
                reader().handleSourceEvents(
                                (SourceEvent)
                                        ClosureBytes.deserialize(
                                                event.array(),
                                                context().scope().userClassLoader())));
    }

    private void addSplit(Bytes split) {
        output.splitsAssigned();
        callVoid(() ->
                reader().addSplits(
                                List.of(VersionedBytes.read(source.getSplitSerializer(), split))));
    }

    private void noMoreSplits() {
        callVoid(reader()::notifyNoMoreSplits);
    }

    @Override
    public void close() {
        feed.close();
        SourceReader<Object, SourceSplit> open = reader;
        if (open != null) {
            callVoid(open::close);
        }
    }

    private SourceReader<Object, SourceSplit> reader() {
        SourceReader<Object, SourceSplit> open = reader;
        if (open == null) {
            throw new IllegalStateException("The source's reader is not open");
        }
        return open;
    }

    private ReaderPoll openPoll() {
        ReaderPoll open = poll;
        if (open == null) {
            throw new IllegalStateException("The source's reader is not open");
        }
        return open;
    }

    private <T> T call(Callable<T> userCode) {
        try {
            return userCode.call();
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    private void callVoid(UserAction userCode) {
        try {
            userCode.run();
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    /** A call of the user's code. */
    @FunctionalInterface
    private interface UserAction {
        void run() throws Exception;
    }
}
