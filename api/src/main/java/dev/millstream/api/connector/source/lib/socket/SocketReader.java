package dev.millstream.api.connector.source.lib.socket;

import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.core.io.InputStatus;
import dev.millstream.platform.link.Address;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Connects once it has the split; again, if it may, when a connection ends. */
final class SocketReader implements SourceReader<String, SocketSplit> {
    /** Records emitted in one call: few enough that a checkpoint or cancellation need not wait. */
    private static final int RECORDS_PER_POLL = 256;

    private final SourceReaderContext context;
    private final Address server;
    private final RecordCutter records;
    private final RetryPolicy retryPolicy;
    private boolean hasSplit;
    private boolean noMoreSplits;

    /** Completed when a split has come, or it is certain that none will. */
    private final CompletableFuture<Void> split = new CompletableFuture<>();

    /** Completed when the next connection may be tried. */
    private CompletableFuture<Void> pause = CompletableFuture.completedFuture(null);

    private @Nullable Connection connection;

    /** Whether the last connection that came about was closed by the server, and did not break. */
    private boolean closedByServer;

    SocketReader(
            SourceReaderContext context,
            Address server,
            RecordCutter records,
            RetryPolicy retryPolicy) {
        this.context = context;
        this.server = server;
        this.records = records;
        this.retryPolicy = retryPolicy;
    }

    @Override
    public void start() {
        if (!hasSplit) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<String> output) throws IOException {
        if (!hasSplit) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        for (int i = 0; i < RECORDS_PER_POLL; i++) {
            String record = records.next();
            if (record == null) {
                return readOn(output);
            }
            output.collect(record);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    /** All that has come is emitted: looks whether there is more. */
    private InputStatus readOn(ReaderOutput<String> output) throws IOException {
        Connection open = connection;
        if (open == null) {
            if (pause.isDone()) {
                connection = Connection.open(server, context.platform());
            }
            return InputStatus.NOTHING_AVAILABLE;
        }
        if (!open.piece().isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        byte[] bytes;
        try {
            bytes = open.piece().join();
        } catch (CompletionException e) {
            return broken(e.getCause() == null ? e : e.getCause());
        }
        return bytes.length == 0 ? closed(output) : more(open, bytes);
    }

    private InputStatus more(Connection open, byte[] bytes) throws IOException {
        retryPolicy.succeeded();
        records.add(bytes);
        open.readOn();
        return InputStatus.MORE_AVAILABLE;
    }

    private InputStatus closed(ReaderOutput<String> output) {
        closedByServer = true;
        String rest = records.rest();
        if (rest != null) {
            output.collect(rest);
        }
        return pauseOrEnd();
    }

    private InputStatus broken(Throwable cause) throws IOException {
        if (!(cause instanceof NoConnectionException)) {
            closedByServer = false;
            records.clear();
        }
        InputStatus status = pauseOrEnd();
        if (status == InputStatus.END_OF_INPUT && !closedByServer) {
            throw failure(cause);
        }
        return status;
    }

    private InputStatus pauseOrEnd() {
        closeConnection();
        if (!retryPolicy.tryAgain()) {
            return InputStatus.END_OF_INPUT;
        }
        CompletableFuture<Void> begun = new CompletableFuture<>();
        pause = begun;
        context.schedule(RetryPolicy.PAUSE_MS, () -> begun.complete(null));
        return InputStatus.NOTHING_AVAILABLE;
    }

    private IOException failure(Throwable cause) {
        boolean never = cause instanceof NoConnectionException;
        return new IOException(
                (never ? "There is no connection to " : "The connection broke to ")
                        + server
                        + " ("
                        + cause.getMessage()
                        + "), after "
                        + retryPolicy.retries()
                        + " further tries. Start the server before the job, check host and port,"
                        + " or let socketTextStream try longer: its last argument says for how many"
                        + " seconds.",
                cause);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        if (!hasSplit) {
            return split;
        }
        // Also when the piece has failed: the next poll decides what follows from that.
        return connection == null ? pause : connection.piece().handle((bytes, failure) -> null);
    }

    @Override
    public void addSplits(List<SocketSplit> splits) {
        hasSplit = true;
        split.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        split.complete(null);
    }

    /** Where the server is in its stream is not known to anyone: there is only the split. */
    @Override
    public List<SocketSplit> snapshotState(long checkpointId) {
        return hasSplit ? List.of(new SocketSplit()) : List.of();
    }

    @Override
    public void close() {
        closeConnection();
    }

    private void closeConnection() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
