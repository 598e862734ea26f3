package dev.millstream.taskmanager.executor;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.engine.sink.CollectBuffers;
import dev.millstream.platform.Platform;
import dev.millstream.taskmanager.classes.JobClasses;

/**
 * What a TaskManager works with. TaskManagers of one process share all of it.
 *
 * @param platform the process's
 * @param configuration the process's
 * @param exchange started
 * @param classes the process's
 * @param collectBuffers the process's
 * @param tasks starts tasks
 */
public record TaskManagerServices(
        Platform platform,
        Configuration configuration,
        Exchange exchange,
        JobClasses classes,
        CollectBuffers collectBuffers,
        TaskStarter tasks) {}
