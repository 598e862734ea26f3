package dev.millstream.engine.source;

import dev.millstream.engine.failure.TaskException;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JobMaster for splits. There is always a request under way until it is certain that no
 * split will come: when the reader hasn't asked, one that waits for splits which the enumerator
 * assigns on its own account. Belongs to the task's thread.
 */
final class SplitFeed {
    private final OperatorContext context;
    private final SourceLinks links;
    private final Consumer<Bytes> onSplit;
    private final Runnable onNoMore;

    /** Requests that have not been answered; at most one more than the reader has made. */
    private int underWay;

    private boolean noneLeft;
    private boolean closed;

    SplitFeed(
            OperatorContext context,
            SourceLinks links,
            Consumer<Bytes> onSplit,
            Runnable onNoMore) {
        this.context = context;
        this.links = links;
        this.onSplit = onSplit;
        this.onNoMore = onNoMore;
    }

    /** The reader asks. */
    void demand() {
        if (!noneLeft) {
            request(true);
        }
    }

    /** Begins to wait for splits that come unasked, unless a request is under way. */
    void subscribe() {
        if (!noneLeft && underWay == 0) {
            request(false);
        }
    }

    /** Whether nothing has said so far that no split will come. */
    boolean mayDeliver() {
        return !noneLeft;
    }

    /** What is still answered is dropped. */
    void close() {
        closed = true;
    }

    private void request(boolean demanded) {
        underWay++;
        context.scope()
                .mailbox()
                .putAnswer(
                        links.requests()
                                .next(
                                        new RequestNextInputSplit(
                                                links.attempt(), links.host(), demanded)),
                        this::answered);
    }

    private void answered(@Nullable NextInputSplit answer, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        underWay--;
        switch (answer) {
            case NextInputSplit.Split split -> onSplit.accept(split.split());
            case NextInputSplit.NoneLeft none -> noneLeft = true;
            case null -> throw failed(failure);
        }
        subscribe();
        // Answers may overtake each other: only the last one says that there is nothing any more.
        if (noneLeft && underWay == 0) {
            closed = true;
            onNoMore.run();
        }
    }

    private TaskException failed(@Nullable Throwable failure) {
        return context.retryableFailure("asked the JobMaster for a split in vain.", failure);
    }
}
