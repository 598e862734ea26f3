package dev.millstream.protocol.task;

import dev.millstream.protocol.id.ExecutionAttemptID;

/**
 * The answer to an operation on a task.
 *
 * @param attempt which
 * @param success whether it was accepted
 * @param description why not; empty on success
 */
public record TaskOperationResult(
        ExecutionAttemptID attempt, boolean success, String description) {}
