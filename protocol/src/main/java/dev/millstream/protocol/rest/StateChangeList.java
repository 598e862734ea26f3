package dev.millstream.protocol.rest;

import dev.millstream.protocol.job.StateChange;
import java.util.List;

/** Changes of a job, in order. None: the job has ended, and there never will be another. */
public record StateChangeList(List<StateChange> changes) {
    public StateChangeList {
        changes = List.copyOf(changes);
    }
}
