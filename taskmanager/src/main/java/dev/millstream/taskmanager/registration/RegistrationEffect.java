package dev.millstream.taskmanager.registration;

/** What is to be done after a {@link RegistrationEvent}. */
public sealed interface RegistrationEffect {
    /** Look the peer up, watch what was found, and only then register with it. */
    record Attempt(int attempt) implements RegistrationEffect {}

    /** Send {@link RegistrationEvent.RetryDue} after a while. */
    record RetryAfter(int attempt, long delayMs, String reason) implements RegistrationEffect {}

    /** The peer has welcomed this TaskManager. */
    record Established(int attempt) implements RegistrationEffect {}

    /** A connection that was established is gone; a new attempt is under way. */
    record Broken(int attempt, String reason) implements RegistrationEffect {}

    /** The peer doesn't want this TaskManager; another attempt follows after a longer while. */
    record Refused(int attempt, String reason) implements RegistrationEffect {}
}
