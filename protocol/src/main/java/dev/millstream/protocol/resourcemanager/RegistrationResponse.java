package dev.millstream.protocol.resourcemanager;

import dev.millstream.types.WireId;

/** The answer to {@link RegisterTaskManager}. */
public sealed interface RegistrationResponse {
    /** Welcome. */
    @WireId(1)
    record AcknowledgeRegistration() implements RegistrationResponse {}

    /** This TaskManager is known already; this introduction replaces the earlier one. */
    @WireId(2)
    record AlreadyRegistered() implements RegistrationResponse {}

    /** It may not join. */
    @WireId(3)
    record RefuseRegistration(String reason) implements RegistrationResponse {}
}
