package dev.millstream.taskmanager.registration;

import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import java.util.List;

/**
 * Keeps one TaskManager registered with one peer, a ResourceManager or a JobMaster:
 *
 * <ul>
 *   <li>idle → attempting: started;
 *   <li>attempting → registered: acknowledged, or known there already;
 *   <li>attempting → waiting: not reached, or the connection is lost before the answer (after a
 *       delay that doubles), or refused (after a longer one);
 *   <li>waiting → attempting: the delay has passed;
 *   <li>registered → attempting: the connection is lost;
 *   <li>any → stopped.
 * </ul>
 *
 * <p>The connection is watched from before the peer is asked, so that no end of it is missed. An
 * answer that comes after its attempt was given up changes nothing.
 *
 * <p>Not thread-safe: belongs to the main thread of its TaskExecutor.
 */
public final class Registration {
    private enum State {
        IDLE,
        ATTEMPTING,
        WAITING,
        REGISTERED,
        STOPPED
    }

    private final Backoff backoff;
    private State state = State.IDLE;
    private int attempt;
    private int failures;

    public Registration(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Decides what follows from an event. */
    public List<RegistrationEffect> on(RegistrationEvent event) {
        return switch (event) {
            case RegistrationEvent.Start() -> start();
            case RegistrationEvent.Answered(int of, RegistrationResponse response) ->
                    current(of, State.ATTEMPTING) ? answered(response) : List.of();
            case RegistrationEvent.AttemptFailed(int of, String reason) ->
                    current(of, State.ATTEMPTING) ? failed(reason) : List.of();
            case RegistrationEvent.RetryDue(int of) ->
                    current(of, State.WAITING) ? attempt() : List.of();
            case RegistrationEvent.ConnectionLost(int of, String reason) ->
                    connectionLost(of, reason);
            case RegistrationEvent.Stop() -> {
                state = State.STOPPED;
                yield List.of();
            }
        };
    }

    /** Whether the answer to this attempt is awaited; if not, it was given up. */
    public boolean isAttempting(int of) {
        return current(of, State.ATTEMPTING);
    }

    public boolean isRegistered() {
        return state == State.REGISTERED;
    }

    private boolean current(int of, State expected) {
        return of == attempt && state == expected;
    }

    private List<RegistrationEffect> start() {
        if (state != State.IDLE) {
            throw new IllegalStateException("A registration is started, but is " + state);
        }
        return attempt();
    }

    private List<RegistrationEffect> attempt() {
        state = State.ATTEMPTING;
        attempt++;
        return List.of(new RegistrationEffect.Attempt(attempt));
    }

    private List<RegistrationEffect> answered(RegistrationResponse response) {
        return switch (response) {
            case RegistrationResponse.AcknowledgeRegistration() -> established();
            case RegistrationResponse.AlreadyRegistered() -> established();
            case RegistrationResponse.RefuseRegistration(String reason) -> {
                state = State.WAITING;
                yield List.of(
                        new RegistrationEffect.Refused(attempt, reason),
                        new RegistrationEffect.RetryAfter(attempt, backoff.refusedMs(), reason));
            }
        };
    }

    private List<RegistrationEffect> established() {
        state = State.REGISTERED;
        failures = 0;
        return List.of(new RegistrationEffect.Established(attempt));
    }

    private List<RegistrationEffect> failed(String reason) {
        state = State.WAITING;
        failures++;
        return List.of(
                new RegistrationEffect.RetryAfter(attempt, backoff.delayMs(failures), reason));
    }

    private List<RegistrationEffect> connectionLost(int of, String reason) {
        if (current(of, State.ATTEMPTING)) {
            return failed(reason);
        }
        if (!current(of, State.REGISTERED)) {
            return List.of();
        }
        RegistrationEffect broken = new RegistrationEffect.Broken(attempt, reason);
        return List.of(broken, attempt().getFirst());
    }
}
