package dev.millstream.jobmanager.jobmaster.slotpool;

/**
 * How many slots a slot sharing group needs.
 *
 * @param group its name
 * @param slots the highest parallelism among its vertices
 */
public record GroupRequirement(String group, int slots) {}
