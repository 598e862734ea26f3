package dev.millstream.rpc.actor;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.fencing.Epoch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One life of an endpoint, from its creation to its crash or stop. Its fields are touched on the
 * lane of its cell only; as a {@link MainThread} it is thread-safe.
 */
final class Incarnation implements EndpointContext, MainThread {
    private final Cell cell;
    private final Optional<Epoch> epoch;
    private final RpcService rpc;

    /** Of calls whose answer the endpoint still owes, by ticket. */
    private final Map<Long, CompletableFuture<Object>> owed = new LinkedHashMap<>();

    private long nextTicket;

    private @Nullable RpcEndpoint endpoint;
    private boolean ended;

    Incarnation(Cell cell, Optional<Epoch> epoch, RpcService rpc) {
        this.cell = cell;
        this.epoch = epoch;
        this.rpc = rpc;
    }

    void created(RpcEndpoint instance) {
        endpoint = instance;
    }

    /** Empty if its constructor has failed. */
    Optional<RpcEndpoint> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /**
     * Remembers a call, so that it fails when this life ends before the answer.
     *
     * @return a ticket to forget it with
     */
    long owe(CompletableFuture<Object> reply) {
        owed.put(nextTicket, reply);
        return nextTicket++;
    }

    void settle(long ticket) {
        owed.remove(ticket);
    }

    /** Drops what was given to its main thread, and returns the calls without an answer. */
    List<CompletableFuture<Object>> end() {
        ended = true;
        List<CompletableFuture<Object>> left = List.copyOf(owed.values());
        owed.clear();
        return left;
    }

    @Override
    public String name() {
        return cell.name();
    }

    @Override
    public String address() {
        return cell.address();
    }

    @Override
    public RpcService rpc() {
        return rpc;
    }

    @Override
    public MainThread mainThread() {
        return this;
    }

    @Override
    public Optional<Epoch> epoch() {
        return epoch;
    }

    @Override
    public <E extends RpcEndpoint> EndpointHandle<E> startChild(
            String name, EndpointFactory<E> factory, Supervision supervision) {
        assertCurrent();
        return cell.startChild(name, factory, supervision);
    }

    @Override
    public void execute(Runnable command) {
        cell.lane().execute(() -> perform(command));
    }

    @Override
    public Cancellable schedule(long delayMs, Runnable command) {
        return cell.lane().schedule(delayMs, () -> perform(command));
    }

    private void perform(Runnable command) {
        if (!ended) {
            command.run();
        }
    }

    @Override
    public boolean isCurrent() {
        return cell.lane().isCurrent();
    }

    @Override
    public void assertCurrent() {
        if (!isCurrent()) {
            throw new IllegalStateException(
                    "This belongs on the main thread of "
                            + cell.address()
                            + ", but runs on the thread "
                            + Thread.currentThread().getName());
        }
    }
}
