package dev.millstream.rpc.actor;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.RpcInvocation;
import dev.millstream.rpc.gateway.Watch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint of this process, as its callers see it. Thread-safe. */
public final class EndpointRef {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointRef.class);

    private final Cell cell;

    EndpointRef(Cell cell) {
        this.cell = cell;
    }

    public String address() {
        return cell.address();
    }

    /** Tells it from others that were or will be started under the same name. */
    public long startId() {
        return cell.startId();
    }

    /** Asks whether it can be called as this gateway and, if one is given, with this epoch. */
    public CompletableFuture<Optional<Epoch>> lookUp(Class<?> gateway, Optional<Epoch> wanted) {
        CompletableFuture<Optional<Epoch>> found = new CompletableFuture<>();
        cell.post(new LookUpMessage(gateway, wanted, found));
        return found;
    }

    /** Calls it; there is no timeout here. */
    public CompletableFuture<Object> ask(RpcInvocation invocation) {
        CompletableFuture<Object> reply = new CompletableFuture<>();
        cell.post(new CallMessage(invocation, reply));
        return reply;
    }

    /** Calls it; that it was refused is only logged. */
    public void tell(RpcInvocation invocation) {
        var _ =
                ask(invocation)
                        .exceptionally(failure -> {
                            LOG.info(
                                    "{} was not carried out: {}",
                                    invocation.method(),
                                    failure.getMessage());
                            return this;
                        });
    }

    public Cancellable watch(Watch watch) {
        return cell.watch(watch);
    }
}
