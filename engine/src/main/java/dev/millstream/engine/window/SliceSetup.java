package dev.millstream.engine.window;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.window.contents.Contents;
import dev.millstream.engine.window.table.Accumulators;
import dev.millstream.streaming.api.operations.TimeGrid;

/**
 * What a {@link SliceOperator} is made of.
 *
 * @param grid its windows
 * @param contents what it keeps
 * @param accumulators where it keeps them
 * @param loops how it emits results
 * @param shared whether windows share slices
 * @param states what the emitter's function remembers
 * @param eventTime how far it has come, which the emitter sees
 * @param latenessMs for how long windows are kept after their end
 * @param late what becomes of records that come too late
 * @param range its keys
 * @param functions those that need to be opened
 */
public record SliceSetup(
        TimeGrid grid,
        Contents contents,
        Accumulators accumulators,
        PaneLoops loops,
        boolean shared,
        SliceStates states,
        EventTime eventTime,
        long latenessMs,
        LateRecords late,
        KeyGroupRange range,
        UserFunctions functions) {}
