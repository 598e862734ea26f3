package dev.millstream.taskmanager.executor;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.taskmanager.registration.Backoff;
import dev.millstream.taskmanager.registration.Registration;
import dev.millstream.taskmanager.registration.RegistrationEffect;
import dev.millstream.taskmanager.registration.RegistrationEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a TaskManager registered with the ResourceManager, for as long as it lives. Belongs to the
 * main thread of the TaskExecutor.
 */
final class ResourceManagerConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceManagerConnection.class);

    private final String address;
    private final RegisterTaskManager self;
    private final Supplier<List<SlotStatus>> slots;
    private final RpcService rpc;
    private final MainThread mainThread;
    private final Registration registration;
    private @Nullable ResourceManagerGateway gateway;
    private Cancellable watch = () -> {};

    ResourceManagerConnection(
            String address,
            RegisterTaskManager self,
            Supplier<List<SlotStatus>> slots,
            Backoff backoff,
            RpcService rpc,
            MainThread mainThread) {
        this.address = address;
        this.self = self;
        this.slots = slots;
        this.rpc = rpc;
        this.mainThread = mainThread;
        this.registration = new Registration(backoff);
    }

    void start() {
        apply(registration.on(new RegistrationEvent.Start()));
    }

    /**
     * Tells that a slot is free. Also while the answer to a registration is under way: what that
     * said of the slot may be outdated by now. A registration that is still to come tells it
     * anyway.
     */
    void slotFreed(SlotID slot, AllocationID allocation) {
        if (gateway != null) {
            gateway.notifySlotFreed(slot, allocation);
        }
    }

    /** Says goodbye. */
    void stop(String reason) {
        watch.cancel();
        if (gateway != null) {
            gateway.disconnectTaskManager(self.id(), reason);
        }
        registration.on(new RegistrationEvent.Stop());
    }

    private void apply(List<RegistrationEffect> effects) {
        effects.forEach(this::apply);
    }

    private void apply(RegistrationEffect effect) {
        switch (effect) {
            case RegistrationEffect.Attempt(int attempt) -> attempt(attempt);
            case RegistrationEffect.RetryAfter(int attempt, long delayMs, String reason) -> {
                LOG.info(
                        "{} isn't registered with the ResourceManager yet; next try in {} ms: {}",
                        self.id(),
                        delayMs,
                        reason);
                mainThread.schedule(
                        delayMs,
                        () -> apply(registration.on(new RegistrationEvent.RetryDue(attempt))));
            }
            case RegistrationEffect.Established(int attempt) -> established(attempt);
            case RegistrationEffect.Broken(int _, String reason) -> {
                LOG.warn("{} lost its ResourceManager: {}", self.id(), reason);
                disconnected();
            }
            case RegistrationEffect.Refused(int _, String reason) -> {
                LOG.error("The ResourceManager refused {}: {}", self.id(), reason);
                disconnected();
            }
        }
    }

    private void attempt(int attempt) {
        Answers.handle(
                rpc.connect(address, ResourceManagerGateway.class)
                        .thenComposeAsync(this::register, mainThread),
                mainThread,
                (response, failure) ->
                        apply(
                                registration.on(
                                        failure == null
                                                ? new RegistrationEvent.Answered(attempt, response)
                                                : new RegistrationEvent.AttemptFailed(
                                                        attempt, Causes.text(failure)))));
    }

    private CompletableFuture<RegistrationResponse> register(ResourceManagerGateway found) {
        gateway = found;
        return found.registerTaskManager(self, slots.get());
    }

    private void established(int attempt) {
        LOG.info("{} is registered with the ResourceManager at {}", self.id(), address);
        watch =
                rpc.watch(
                        address,
                        mainThread,
                        gone ->
                                apply(
                                        registration.on(
                                                new RegistrationEvent.ConnectionLost(
                                                        attempt, "no sign of " + gone))));
    }

    private void disconnected() {
        watch.cancel();
        gateway = null;
    }
}
