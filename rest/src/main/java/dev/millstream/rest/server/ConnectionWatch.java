package dev.millstream.rest.server;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which no whole request comes in time, however slowly its parts arrive, and
 * bounds how many there are: one more, and the one that has been silent longest is closed, so that
 * silent clients can't keep others out. Thread-safe.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {
    private static final int MAX_CONNECTIONS = 512;
    private static final long FIRST_REQUEST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long NEXT_REQUEST_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long SWEEP_MS = 1_000;

    private final ServerConnector connector;
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

    /** What a connection had done when it last did something. */
    private record Progress(long requests, long bytesOut, long sinceNanos) {}

    ConnectionWatch(ServerConnector connector) {
        this.connector = connector;
    }

    @Override
    protected void doStart() {
        sweepLater();
    }

    @Override
    protected void doStop() {
        open.keySet().forEach(Connection::close);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Progress(0, 0, System.nanoTime()));
        if (isStopping() || isStopped()) {
            connection.close();
        } else if (open.size() > MAX_CONNECTIONS) {
            longestSilent().ifPresent(Connection::close);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private Optional<Connection> longestSilent() {
        return open.entrySet().stream()
                .filter(it -> !isBusy(it.getKey()))
                .min(Comparator.comparingLong(it -> it.getValue().sinceNanos()))
                .map(Map.Entry::getKey);
    }

    private static boolean isBusy(Connection connection) {
        return connection.getMessagesIn() > connection.getMessagesOut();
    }

    private void sweepLater() {
        Scheduler.Task _ =
                connector.getScheduler().schedule(this::sweep, SWEEP_MS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        long now = System.nanoTime();
        open.forEach((connection, before) -> {
            Progress progress =
                    new Progress(connection.getMessagesIn(), connection.getBytesOut(), now);
            boolean moved =
                    progress.requests() != before.requests()
                            || progress.bytesOut() != before.bytesOut();
            long patience = progress.requests() == 0 ? FIRST_REQUEST_NANOS : NEXT_REQUEST_NANOS;
            if (moved || isBusy(connection)) {
                open.replace(connection, before, progress);
            } else if (now - before.sinceNanos() > patience) {
                connection.close();
            }
        });
        if (isRunning() || isStarting()) {
            sweepLater();
        }
    }
}
