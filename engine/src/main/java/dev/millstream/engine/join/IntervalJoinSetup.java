package dev.millstream.engine.join;

import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.streaming.api.functions.co.ProcessJoinFunction;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link IntervalJoinOperator} is made of.
 *
 * @param leftKeys of the first input's records
 * @param rightKeys of the second input's records
 * @param lowerMs the least that the right record's timestamp is above the left one's
 * @param upperMs the most
 * @param leftLate where left records go that come too late; null: they are dropped
 * @param rightLate where right records go that come too late; null: they are dropped
 * @param range its keys
 * @param function sees each pair
 */
public record IntervalJoinSetup(
        KeyAccess leftKeys,
        KeyAccess rightKeys,
        long lowerMs,
        long upperMs,
        @Nullable OutputTag<?> leftLate,
        @Nullable OutputTag<?> rightLate,
        KeyGroupRange range,
        ProcessJoinFunction<Object, Object, Object> function) {}
