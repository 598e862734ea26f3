package dev.millstream.jobmanager.resourcemanager.slots;

/**
 * Times of a {@link SlotManager}.
 *
 * @param requirementCheckDelayMs after which time it is looked whether a job got its slots
 * @param orphanTimeoutMs after which time a slot without a living owner is taken back
 * @param retryDelayMs after which time a slot that its TaskManager refused is tried again
 */
public record SlotManagerSettings(
        long requirementCheckDelayMs, long orphanTimeoutMs, long retryDelayMs) {}
