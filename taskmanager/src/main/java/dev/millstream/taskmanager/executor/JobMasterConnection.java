package dev.millstream.taskmanager.executor;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.taskmanager.registration.Backoff;
import dev.millstream.taskmanager.registration.Registration;
import dev.millstream.taskmanager.registration.RegistrationEffect;
import dev.millstream.taskmanager.registration.RegistrationEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the JobMaster of one job and one epoch. It is made once: when the JobMaster is
 * gone or another has taken its place, this is over, and {@link Listener#gone} is called once.
 * Belongs to the main thread of the TaskExecutor.
 */
final class JobMasterConnection {
    /** Told on the main thread. */
    interface Listener {
        void connected();

        void gone(String reason);
    }

    private static final Logger LOG = LoggerFactory.getLogger(JobMasterConnection.class);

    private final String address;
    private final Epoch epoch;
    private final RegisterTaskManager self;
    private final RpcService rpc;
    private final MainThread mainThread;
    private final Listener listener;
    private final LongSupplier numbers;
    private final Registration registration;
    private @Nullable JobMasterGateway gateway;
    private Cancellable watch = () -> {};
    private long number;
    private boolean closed;

    JobMasterConnection(
            String address,
            Epoch epoch,
            RegisterTaskManager self,
            Backoff backoff,
            RpcService rpc,
            MainThread mainThread,
            LongSupplier numbers,
            Listener listener) {
        this.address = address;
        this.epoch = epoch;
        this.self = self;
        this.rpc = rpc;
        this.mainThread = mainThread;
        this.listener = listener;
        this.numbers = numbers;
        this.registration = new Registration(backoff);
    }

    void start() {
        apply(registration.on(new RegistrationEvent.Start()));
    }

    /** The JobMaster, once it has welcomed this TaskManager and until the connection is over. */
    Optional<JobMasterGateway> gateway() {
        return registration.isRegistered() && !closed
                ? Optional.ofNullable(gateway)
                : Optional.empty();
    }

    /** Number of the last registration that was begun. */
    long number() {
        return number;
    }

    /** A call has failed: when that shows that the JobMaster is another one now, this is over. */
    void callFailed(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (cause instanceof FencingException || cause instanceof EndpointNotFoundException) {
            gone(Causes.text(cause));
        }
    }

    /** Ends it without telling the listener. */
    void close() {
        closed = true;
        watch.cancel();
        registration.on(new RegistrationEvent.Stop());
    }

    private void gone(String reason) {
        if (!closed) {
            close();
            listener.gone(reason);
        }
    }

    private void apply(List<RegistrationEffect> effects) {
        effects.forEach(this::apply);
    }

    private void apply(RegistrationEffect effect) {
        if (closed) {
            return;
        }
        switch (effect) {
            case RegistrationEffect.Attempt(int attempt) -> attempt(attempt);
            case RegistrationEffect.RetryAfter(int attempt, long delayMs, String reason) -> {
                LOG.info("JobMaster {} not reached: {}", address, reason);
                watch.cancel();
                mainThread.schedule(
                        delayMs,
                        () -> apply(registration.on(new RegistrationEvent.RetryDue(attempt))));
            }
            case RegistrationEffect.Established(int _) -> listener.connected();
            case RegistrationEffect.Broken(int _, String reason) -> gone(reason);
            case RegistrationEffect.Refused(int _, String reason) ->
                    gone("the JobMaster refused this TaskManager: " + reason);
        }
    }

    private void attempt(int attempt) {
        Answers.handle(
                rpc.connect(address, JobMasterGateway.class, epoch),
                mainThread,
                (found, failure) -> {
                    if (failure != null) {
                        failed(attempt, failure);
                    } else if (registration.isAttempting(attempt)) {
                        register(attempt, found);
                    }
                });
    }

    private void register(int attempt, JobMasterGateway found) {
        gateway = found;
        number = numbers.getAsLong();
        watch = rpc.watch(found, mainThread, lost -> lost(attempt, lost));
        Answers.handle(
                found.registerTaskManager(self.withRegistration(number)),
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
        callFailed(failure);
        apply(registration.on(new RegistrationEvent.AttemptFailed(attempt, Causes.text(failure))));
    }

    private void lost(int attempt, String lost) {
        apply(
                registration.on(
                        new RegistrationEvent.ConnectionLost(
                                attempt, "the JobMaster at " + lost + " is gone")));
    }
}
