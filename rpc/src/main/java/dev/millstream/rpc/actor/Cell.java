package dev.millstream.rpc.actor;

import dev.millstream.platform.lane.BoundedLane;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.EndpointHooks;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.MailboxFullException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.gateway.Watch;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of an endpoint in the hierarchy: its mailbox, its present incarnation, its children and
 * those who watch it. It stays while incarnations come and go.
 *
 * <p>All state is touched on the cell's lane only. Legal transitions:
 *
 * <pre>
 * CREATED    -&gt; RUNNING     the first incarnation begins
 * RUNNING    -&gt; RESTARTING  it crashed, and its children are being stopped
 * RESTARTING -&gt; RUNNING     the next begins; what arrived meanwhile is delivered first
 * RUNNING    -&gt; STOPPING    a stop on demand: the endpoint says when it is ready
 * RUNNING, STOPPING, RESTARTING -&gt; ENDING   no instance any more; children are being stopped
 * ENDING     -&gt; ENDED
 * </pre>
 */
final class Cell {
    private static final Logger LOG = LoggerFactory.getLogger(Cell.class);

    private enum State {
        CREATED,
        RUNNING,
        RESTARTING,
        STOPPING,
        ENDING,
        ENDED
    }

    private final ActorSystem system;
    private final Optional<Cell> parent;
    private final String path;
    private final long startId;
    private final EndpointFactory<?> factory;
    private final Supervision supervision;
    private final BoundedLane mailbox;
    private final Children children = new Children();
    private final Set<Watch> watchers = new LinkedHashSet<>();

    /** What arrived before the first life, or between two; bounded like the mailbox. */
    private final ArrayDeque<Message> deferred = new ArrayDeque<>();

    private final CompletableFuture<Void> terminated = new CompletableFuture<>();

    private State state = State.CREATED;
    private @Nullable Incarnation life;
    private @Nullable Throwable failure;
    private @Nullable Cancellable stopDeadline;
    private int restarts;

    Cell(
            ActorSystem system,
            Optional<Cell> parent,
            String path,
            long startId,
            EndpointFactory<?> factory,
            Supervision supervision) {
        this.system = system;
        this.parent = parent;
        this.path = path;
        this.startId = startId;
        this.factory = factory;
        this.supervision = supervision;
        this.mailbox =
                new BoundedLane(
                        system.lanes().create(path, this::crash),
                        system.settings().mailboxCapacity());
    }

    String path() {
        return path;
    }

    /** New with each start under this path; the same after a restart by the supervisor. */
    long startId() {
        return startId;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String address() {
        return system.address(path);
    }

    Lane lane() {
        return mailbox.lane();
    }

    CompletableFuture<Void> terminated() {
        return terminated;
    }

    /** Called once, when the cell has its place. */
    void start() {
        lane().execute(() -> {
            if (state == State.CREATED) {
                begin();
            }
        });
    }

    /** Thread-safe: delivers the message, or refuses it. */
    void post(Message message) {
        if (!mailbox.tryExecute(() -> receive(message))) {
            message.refuse(mailboxFull());
        }
        // When the lane was closed before it took the message, this had been completed before.
        if (terminated.isDone()) {
            message.refuse(gone(howItEnded()));
        }
    }

    /** Thread-safe. */
    Cancellable watch(Watch watch) {
        lane().execute(() -> addWatcher(watch));
        if (terminated.isDone()) {
            watch.terminated();
        }
        return () -> {
            watch.cancel();
            lane().execute(() -> watchers.remove(watch));
        };
    }

    /** Thread-safe. Complete when it has ended, however that went. */
    CompletableFuture<Void> stop() {
        lane().execute(this::requestStop);
        return terminated.handle((_, _) -> null);
    }

    /** Called on the lane. */
    <E extends RpcEndpoint> EndpointHandle<E> startChild(
            String name, EndpointFactory<E> childFactory, Supervision childSupervision) {
        if (state != State.RUNNING && state != State.STOPPING) {
            throw new IllegalStateException(address() + " has ended and can't start " + name);
        }
        Cell child = system.place(Optional.of(this), name, childFactory, childSupervision);
        adopt(child);
        return new CellHandle<>(system, child, address());
    }

    /** Called on the lane: a child that is stopped with this one. */
    void adopt(Cell child) {
        children.add(child);
        child.start();
        if (state != State.RUNNING && state != State.STOPPING) {
            var _ = child.stop();
        }
    }

    private void begin() {
        state = State.RUNNING;
        Incarnation next =
                new Incarnation(this, factory.epoch(restarts), system.serviceFor(address()));
        life = next;
        RpcEndpoint endpoint = factory.create(next, restarts);
        next.created(endpoint);
        EndpointHooks.start(endpoint);
        while (state == State.RUNNING && !deferred.isEmpty()) {
            receive(deferred.remove());
        }
    }

    private void receive(Message message) {
        Incarnation running = life;
        if (state == State.RUNNING && running != null) {
            message.deliver(running).ifPresent(this::crash);
        } else if (state != State.CREATED && state != State.RESTARTING) {
            message.refuse(gone(howItEnded()));
        } else if (deferred.size() < system.settings().mailboxCapacity()) {
            deferred.add(message);
        } else {
            message.refuse(mailboxFull());
        }
    }

    private void addWatcher(Watch watch) {
        if (state == State.ENDED) {
            watch.terminated();
        } else {
            watchers.add(watch);
        }
    }

    /** Something threw on the lane. */
    private void crash(Throwable cause) {
        switch (state) {
            case RUNNING -> supervise(cause);
            case STOPPING -> {
                LOG.warn("{} crashed while it was being stopped", address(), cause);
                endLife("crashed while it was being stopped");
                end();
            }
            case CREATED, RESTARTING, ENDING, ENDED ->
                    LOG.error("{} failed in the state {}", address(), state, cause);
        }
    }

    private void supervise(Throwable cause) {
        endLife("crashed: " + cause);
        int before = restarts;
        parent.ifPresent(up -> up.lane().execute(() -> up.childFailed(name(), cause, before)));
        switch (supervision) {
            case Supervision.Restart(int max) when restarts < max -> restart();
            case Supervision.Restart _, Supervision.Stop _ -> end(cause);
            case Supervision.Escalate _ -> {
                parent.ifPresentOrElse(
                        up -> up.lane().execute(() -> up.crash(cause)),
                        () -> system.escalated(cause));
                end(cause);
            }
        }
    }

    private void childFailed(String child, Throwable cause, int childRestarts) {
        Incarnation running = life;
        if (state == State.RUNNING && running != null) {
            running.endpoint()
                    .ifPresent(own -> EndpointHooks.childFailed(own, child, cause, childRestarts));
        }
    }

    private void restart() {
        state = State.RESTARTING;
        afterChildren(() -> {
            if (state == State.RESTARTING) {
                restarts++;
                begin();
            }
        });
    }

    private void requestStop() {
        switch (state) {
            case RUNNING -> {
                state = State.STOPPING;
                long patienceMs = system.settings().askTimeoutMs();
                stopDeadline = lane().schedule(patienceMs, () -> stopped("took too long"));
                var _ = askToStop().whenComplete((_, cause) -> hopToStopped(cause));
            }
            case RESTARTING -> end();
            // Too early, or its parent had ended before it could begin.
            case CREATED -> finish();
            case STOPPING, ENDING, ENDED -> {}
        }
    }

    private CompletableFuture<Void> askToStop() {
        Incarnation running = life;
        return running == null
                ? CompletableFuture.completedFuture(null)
                : running.endpoint()
                        .map(EndpointHooks::stop)
                        .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private void hopToStopped(@Nullable Throwable cause) {
        lane().execute(() -> stopped(cause == null ? "" : "failed: " + cause));
    }

    private void stopped(String trouble) {
        if (state == State.STOPPING) {
            if (!trouble.isEmpty()) {
                LOG.warn("The stop of {} {}; it is ended now", address(), trouble);
            }
            endLife("has been stopped");
            end();
        }
    }

    private void endLife(String how) {
        Incarnation ended = life;
        if (ended != null) {
            life = null;
            RpcException reason = gone(how + ", before it answered");
            ended.end().forEach(reply -> reply.completeExceptionally(reason));
        }
    }

    private void end(Throwable cause) {
        LOG.error("{} has crashed and is not started again", address(), cause);
        failure = cause;
        end();
    }

    private void end() {
        state = State.ENDING;
        if (stopDeadline != null) {
            stopDeadline.cancel();
        }
        afterChildren(this::finish);
    }

    private void afterChildren(Runnable next) {
        var _ = children.stopAll().thenRun(() -> lane().execute(next));
    }

    private void finish() {
        if (state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        deferred.forEach(message -> message.refuse(gone(howItEnded())));
        deferred.clear();
        system.remove(this);
        parent.ifPresent(up -> up.lane().execute(() -> up.children.remove(this)));
        watchers.forEach(Watch::terminated);
        watchers.clear();
        if (failure == null) {
            terminated.complete(null);
        } else {
            terminated.completeExceptionally(failure);
        }
        // Behind whatever was posted before; what comes later is refused by post.
        lane().execute(lane()::close);
    }

    /** On the lane, or once {@link #terminated} is done. */
    private String howItEnded() {
        return failure == null ? "has been stopped" : "has crashed: " + failure;
    }

    private RpcException gone(String how) {
        return new EndpointNotFoundException("The endpoint at " + address() + " " + how);
    }

    private RpcException mailboxFull() {
        return new MailboxFullException(
                "The mailbox of "
                        + address()
                        + " is full; if its load is expected, raise rpc.mailbox.capacity");
    }
}
