package dev.millstream.engine.operator;

import dev.millstream.engine.function.TaskFacts;
import dev.millstream.engine.function.TaskRuntimeContext;
import dev.millstream.engine.thread.Deadlines;
import dev.millstream.engine.thread.Ending;
import dev.millstream.engine.thread.Mailbox;
import dev.millstream.engine.thread.TaskWaiting;
import dev.millstream.platform.Platform;
import dev.millstream.types.serialization.Serializers;

/**
 * What the operators of one task share. Used by the task's thread.
 *
 * @param platform the process's
 * @param facts what users may know of the task
 * @param runtime what rich functions are given
 * @param userClassLoader the job's
 * @param serializers of the job's class loader
 * @param taskManagerName for people
 * @param managedMemoryBytes the task's share
 * @param mailbox the task's
 * @param ending whether the task is to end
 * @param waiting how its thread waits
 * @param deadlines what its thread is to do later
 */
public record TaskScope(
        Platform platform,
        TaskFacts facts,
        TaskRuntimeContext runtime,
        ClassLoader userClassLoader,
        Serializers serializers,
        String taskManagerName,
        long managedMemoryBytes,
        Mailbox mailbox,
        Ending ending,
        TaskWaiting waiting,
        Deadlines deadlines) {}
