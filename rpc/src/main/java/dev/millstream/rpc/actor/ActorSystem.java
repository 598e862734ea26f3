package dev.millstream.rpc.actor;

import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.lane.NameTable;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.RpcSettings;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.gateway.Asks;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actors of one process, below their guardian. Thread-safe. */
public final class ActorSystem {
    /** Path of the guardian. */
    public static final String GUARDIAN = "user";

    private static final Logger LOG = LoggerFactory.getLogger(ActorSystem.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    private final Lanes lanes;
    private final RpcSettings settings;
    private final String baseAddress;
    private final Asks asks;
    private final Function<String, RpcService> services;
    private final LongSupplier startIds;

    /** By path. */
    private final NameTable<Cell> cells = new NameTable<>();

    private final Cell guardian;

    /**
     * A system with nothing but its guardian.
     *
     * @param baseAddress of the process; paths follow it
     * @param services the service as the endpoint at an address uses it
     * @param startIds never gives a number twice, in no process; thread-safe
     */
    public ActorSystem(
            Lanes lanes,
            RpcSettings settings,
            String baseAddress,
            Asks asks,
            Function<String, RpcService> services,
            LongSupplier startIds) {
        this.lanes = lanes;
        this.settings = settings;
        this.baseAddress = baseAddress;
        this.asks = asks;
        this.services = services;
        this.startIds = startIds;
        this.guardian =
                place(
                        Optional.empty(),
                        GUARDIAN,
                        (context, incarnation) -> new Guardian(context),
                        Supervision.escalate());
    }

    /** Begins. */
    public void start() {
        guardian.start();
    }

    /**
     * Starts an endpoint below the guardian.
     *
     * @param from address of who starts it
     * @throws IllegalArgumentException if the name is taken or not a name
     */
    public <E extends RpcEndpoint> EndpointHandle<E> start(
            String name, EndpointFactory<E> factory, Supervision supervision, String from) {
        if (guardian.terminated().isDone()) {
            throw new IllegalStateException("The service has been shut down");
        }
        Cell cell = place(Optional.of(guardian), name, factory, supervision);
        guardian.lane().execute(() -> guardian.adopt(cell));
        if (guardian.terminated().isDone()) {
            var _ = cell.stop();
        }
        return new CellHandle<>(this, cell, from);
    }

    /** The endpoint at a path that was started last. */
    public Optional<EndpointRef> find(String path) {
        return cells.find(path).map(EndpointRef::new);
    }

    /** The endpoint that a look-up has found; empty once it has ended. */
    public Optional<EndpointRef> find(String path, long startId) {
        return find(path).filter(endpoint -> endpoint.startId() == startId);
    }

    /** Stops all endpoints. */
    public CompletableFuture<Void> shutdown() {
        return guardian.stop();
    }

    /** Completed when all have ended. */
    public CompletableFuture<Void> terminated() {
        return guardian.terminated();
    }

    public String address(String path) {
        return baseAddress + "/" + path;
    }

    /**
     * Reserves the place of a new cell, which has yet to be started.
     *
     * @throws IllegalArgumentException if the name is taken or not a name
     */
    Cell place(
            Optional<Cell> parent,
            String name,
            EndpointFactory<?> factory,
            Supervision supervision) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of an endpoint: use letters, digits, - _ .");
        }
        String path = parent.map(up -> up.path() + "/" + name).orElse(name);
        Cell cell = new Cell(this, parent, path, startIds.getAsLong(), factory, supervision);
        if (!cells.claim(path, cell)) {
            cell.lane().close();
            throw new IllegalArgumentException(
                    "There is an endpoint at " + address(path) + " already");
        }
        return cell;
    }

    void remove(Cell cell) {
        cells.release(cell.path(), cell);
    }

    void escalated(Throwable cause) {
        LOG.error("A failure has reached the guardian of {}; all is stopped", baseAddress, cause);
    }

    RpcService serviceFor(String address) {
        return services.apply(address);
    }

    Lanes lanes() {
        return lanes;
    }

    RpcSettings settings() {
        return settings;
    }

    Asks asks() {
        return asks;
    }
}
