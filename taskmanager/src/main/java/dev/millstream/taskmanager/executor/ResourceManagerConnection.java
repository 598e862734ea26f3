package dev.millstream.taskmanager.executor;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.taskmanager.registration.Backoff;
import dev.millstream.taskmanager.registration.Registration;
import dev.millstream.taskmanager.registration.RegistrationEffect;
import dev.millstream.taskmanager.registration.RegistrationEvent;
import java.util.List;
import java.util.function.LongSupplier;
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
    private final LongSupplier numbers;
    private final Registration registration;
    private @Nullable ResourceManagerGateway gateway;
    private Cancellable watch = () -> {};
    private long number;

    /**
     * @param self whose number is replaced
     * @param numbers of registrations
     */
    ResourceManagerConnection(
            String address,
            RegisterTaskManager self,
            Supplier<List<SlotStatus>> slots,
            Backoff backoff,
            RpcService rpc,
            MainThread mainThread,
            LongSupplier numbers) {
        this.address = address;
        this.self = self;
        this.slots = slots;
        this.rpc = rpc;
        this.mainThread = mainThread;
        this.numbers = numbers;
        this.registration = new Registration(backoff);
    }

    void start() {
        apply(registration.on(new RegistrationEvent.Start()));
    }

    /** Number of the last registration that was begun: requests under an earlier one are void. */
    long number() {
        return number;
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
                disconnected();
                mainThread.schedule(
                        delayMs,
                        () -> apply(registration.on(new RegistrationEvent.RetryDue(attempt))));
            }
            case RegistrationEffect.Established(int _) ->
                    LOG.info("{} is registered with the ResourceManager at {}", self.id(), address);
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
                rpc.connect(address, ResourceManagerGateway.class),
                mainThread,
                (found, failure) -> {
                    if (failure != null) {
                        failed(attempt, failure);
                    } else if (registration.isAttempting(attempt)) {
                        register(attempt, found);
                    }
                });
    }

    private void register(int attempt, ResourceManagerGateway found) {
        gateway = found;
        number = numbers.getAsLong();
        watch = rpc.watch(found, mainThread, gone -> lost(attempt, "no sign of " + gone));
        Answers.handle(
                found.registerTaskManager(self.withRegistration(number), slots.get()),
                mainThread,
                (response, failure) -> {
                    if (failure != null) {
                        failed(attempt, failure);
                    } else {
                        apply(registration.on(new RegistrationEvent.Answered(attempt, response)));
                    }
                });
    }

    private void failed(int attempt, Throwable failure) {
        apply(registration.on(new RegistrationEvent.AttemptFailed(attempt, Causes.text(failure))));
    }

    private void lost(int attempt, String reason) {
        apply(registration.on(new RegistrationEvent.ConnectionLost(attempt, reason)));
    }

    private void disconnected() {
        watch.cancel();
        gateway = null;
    }
}
