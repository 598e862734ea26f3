package dev.millstream.engine.window.general;

import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.window.Emitter;
import dev.millstream.engine.window.EventTime;
import dev.millstream.engine.window.LateRecords;
import dev.millstream.engine.window.UserFunctions;
import dev.millstream.engine.window.contents.Contents;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.Window;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link WindowOperator} is made of.
 *
 * @param assigner its windows
 * @param trigger when they are emitted
 * @param evictor which records aren't looked at; null: all are
 * @param latenessMs for how long windows are kept after their end
 * @param keys of the records
 * @param store where windows are kept
 * @param contents what is kept of their records
 * @param emitter what is emitted
 * @param eventTime how far it has come, which the emitter sees
 * @param late what becomes of records that come too late
 * @param functions those that need to be opened
 */
public record WindowSetup(
        WindowAssigner<Object, Window> assigner,
        Trigger<Object, Window> trigger,
        @Nullable Evictor<Object, Window> evictor,
        long latenessMs,
        KeyAccess keys,
        WindowStore store,
        Contents contents,
        Emitter emitter,
        EventTime eventTime,
        LateRecords late,
        UserFunctions functions) {}
