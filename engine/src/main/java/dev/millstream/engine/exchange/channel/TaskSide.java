package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.queue.Backpressure;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.types.serialization.Serializers;

/**
 * The producing task, as its outputs see it.
 *
 * @param thread signalled when there is room
 * @param backpressure how it waits
 * @param serializers of the job's class loader
 */
public record TaskSide(TaskThread thread, Backpressure backpressure, Serializers serializers) {}
