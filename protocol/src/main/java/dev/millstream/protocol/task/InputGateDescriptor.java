package dev.millstream.protocol.task;

import dev.millstream.graph.job.ResultKind;
import java.util.List;

/**
 * An input gate of a task.
 *
 * @param kind of the results it reads
 * @param channels one for each producing subtask that it reads from, by the producers' index
 */
public record InputGateDescriptor(ResultKind kind, List<InputChannelDescriptor> channels) {
    public InputGateDescriptor {
        channels = List.copyOf(channels);
    }
}
