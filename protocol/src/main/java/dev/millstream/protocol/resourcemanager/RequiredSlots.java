package dev.millstream.protocol.resourcemanager;

import dev.millstream.api.common.JobID;

/**
 * How many slots a job wants in all; replaces what it declared before.
 *
 * @param job which
 * @param jobMasterAddress where TaskManagers are to offer them
 * @param count 0 when it needs none any more
 */
public record RequiredSlots(JobID job, String jobMasterAddress, int count) {}
