package dev.millstream.protocol.taskexecutor;

import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.rpc.fencing.Epoch;

/**
 * A JobMaster deploys an attempt.
 *
 * @param task all it needs
 * @param jobMaster the sender's epoch; an outdated one is refused
 */
public record SubmitTask(TaskDeploymentDescriptor task, Epoch jobMaster) {}
