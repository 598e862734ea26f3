package dev.millstream.taskmanager.registration;

import dev.millstream.protocol.resourcemanager.RegistrationResponse;

/**
 * What happens to a registration. Answers bear the number of the attempt that they belong to, so
 * that late ones of an earlier attempt are told apart.
 */
public sealed interface RegistrationEvent {
    /** Begin. */
    record Start() implements RegistrationEvent {}

    /** The peer has answered. */
    record Answered(int attempt, RegistrationResponse response) implements RegistrationEvent {}

    /** The peer wasn't found or has not answered. */
    record AttemptFailed(int attempt, String reason) implements RegistrationEvent {}

    /** The delay of a {@link RegistrationEffect.RetryAfter} has passed. */
    record RetryDue(int attempt) implements RegistrationEvent {}

    /** The connection that the attempt made is gone. */
    record ConnectionLost(int attempt, String reason) implements RegistrationEvent {}

    /** No connection is wanted any more. */
    record Stop() implements RegistrationEvent {}
}
