package dev.millstream.engine.task;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.engine.sink.CollectBuffers;
import dev.millstream.engine.source.CoordinatorLink;
import dev.millstream.engine.source.SplitRequests;
import dev.millstream.platform.Platform;
import dev.millstream.types.serialization.Serializers;

/**
 * What a TaskManager gives to a task.
 *
 * @param platform the process's
 * @param exchange the process's
 * @param userClassLoader the job's
 * @param serializers of the job's class loader, shared by the job's tasks
 * @param hostName where it runs, as splits' hosts are named
 * @param taskManagerName for people
 * @param configuration the TaskManager's, with the job's on top
 * @param splitRequests used by source tasks
 * @param coordinatorLink used by source tasks and coordinators
 * @param managedMemoryBytes this task's share of its slot's managed memory
 * @param collectBuffers where results for the client wait
 */
public record TaskServices(
        Platform platform,
        Exchange exchange,
        ClassLoader userClassLoader,
        Serializers serializers,
        String hostName,
        String taskManagerName,
        Configuration configuration,
        SplitRequests splitRequests,
        CoordinatorLink coordinatorLink,
        long managedMemoryBytes,
        CollectBuffers collectBuffers) {}
