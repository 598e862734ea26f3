package dev.millstream.graph.stream;

import dev.millstream.api.common.RuntimeExecutionMode;
import java.util.Optional;

/**
 * What a program says of all its operators.
 *
 * @param mode streaming, batch, or batch if all sources are bounded
 * @param parallelism of operators that set none
 * @param maxParallelism of operators that set none
 * @param chaining whether operators may be fused
 * @param objectReuse whether records may be passed between chained operators without a copy
 */
public record StreamSettings(
        RuntimeExecutionMode mode,
        int parallelism,
        Optional<Integer> maxParallelism,
        boolean chaining,
        boolean objectReuse) {}
