package dev.millstream.protocol.resourcemanager;

/** The answer to {@link RegisterTaskManager}. */
public sealed interface RegistrationResponse {
    /** Welcome. */
    record AcknowledgeRegistration() implements RegistrationResponse {}

    /** This TaskManager is known already; its connection goes on. */
    record AlreadyRegistered() implements RegistrationResponse {}

    /** It may not join. */
    record RefuseRegistration(String reason) implements RegistrationResponse {}
}
