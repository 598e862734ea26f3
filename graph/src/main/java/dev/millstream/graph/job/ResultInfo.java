package dev.millstream.graph.job;

/**
 * A result of a vertex, which one edge consumes.
 *
 * @param index its position among the vertex's results
 * @param kind whether consumers run at the same time as the producer
 */
public record ResultInfo(int index, ResultKind kind) {}
