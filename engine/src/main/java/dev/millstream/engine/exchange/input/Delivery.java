package dev.millstream.engine.exchange.input;

import dev.millstream.engine.exchange.element.Batch;

/**
 * What a gate hands out.
 *
 * @param batch belongs to the caller now
 * @param channel index of the channel that it came through, in the order of the gate's descriptor
 */
public record Delivery(Batch batch, int channel) {}
