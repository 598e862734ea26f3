package dev.millstream.engine.chain;

import dev.millstream.streaming.api.operations.Operation;

/** What errors call an operation. */
final class OperationKind {
    private OperationKind() {}

    static String of(Operation operation) {
        return switch (operation) {
            case Operation.FromSource<?> source -> "source";
            case Operation.Map<?, ?> map -> "map";
            case Operation.FlatMap<?, ?> flatMap -> "flat map";
            case Operation.Filter<?> filter -> "filter";
            case Operation.Process<?, ?> process -> "process";
            case Operation.Reduce<?, ?> reduce -> "reduce";
            case Operation.KeyedProcess<?, ?, ?> process -> "keyed process";
            case Operation.CoProcess<?, ?, ?> process -> "co-process";
            case Operation.KeyedCoProcess<?, ?, ?, ?> process -> "keyed co-process";
            case Operation.Keyed<?> keyed -> of(keyed.operation());
            case Operation.CoMap<?, ?, ?> coMap -> "co-map";
            case Operation.CoFlatMap<?, ?, ?> coFlatMap -> "co-flat-map";
            case Operation.AssignTimestamps<?> assign -> "timestamps";
            case Operation.Windowed<?, ?> windows -> "window";
            case Operation.Combine<?, ?> combine -> "combine";
            case Operation.WindowedPair<?, ?, ?> windows -> "window join";
            case Operation.IntervalJoined<?, ?, ?, ?> join -> "interval join";
            case Operation.IntoSink<?> sink -> "sink";
            case Operation.Collect collect -> "collect";
        };
    }
}
