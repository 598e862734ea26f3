package dev.millstream.rpc.endpoint;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A component that is called through a gateway, an interface that the subclass implements. All its
 * methods run on its main thread, one at a time; its state is touched nowhere else, and nothing on
 * it blocks.
 *
 * <p>Something that <em>throws</em> there (a call, a command given to the main thread, the
 * constructor, {@link #onStart}) is a crash, on which its {@link Supervision} decides. A call that
 * is merely refused returns a failed future. A crashed instance is dropped as it is, without {@link
 * #onStop}: its timers and what it gave to its main thread are called off, its children stopped.
 */
public abstract class RpcEndpoint {
    private final EndpointContext context;

    protected RpcEndpoint(EndpointContext context) {
        this.context = context;
    }

    /** Called once, before any call. */
    protected void onStart() {}

    /**
     * Called once when the endpoint is stopped on demand. No further call arrives; the children
     * still live, and are stopped when the returned future is complete.
     */
    protected CompletableFuture<Void> onStop() {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * A child has crashed. What its supervision says happens by itself.
     *
     * @param restarts how often the child had been restarted before; once this equals the
     *     supervision's maximum, it is not restarted again but stopped
     */
    protected void onChildFailed(String childName, Throwable cause, int restarts) {
        Logger log = LoggerFactory.getLogger(getClass());
        log.warn(
                "Child {} of {} crashed after {} restarts",
                childName,
                context.name(),
                restarts,
                cause);
    }

    protected final MainThread mainThread() {
        return context.mainThread();
    }

    protected final EndpointContext context() {
        return context;
    }
}
