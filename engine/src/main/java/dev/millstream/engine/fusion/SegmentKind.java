package dev.millstream.engine.fusion;

/** Who calls a segment. */
enum SegmentKind {
    /** The operator before; a {@link FusedOperator}. */
    ENTRANCE,
    /** A flat map; a {@link FusedCollector}. */
    COLLECTOR
}
