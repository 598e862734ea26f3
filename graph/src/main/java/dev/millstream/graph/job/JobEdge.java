package dev.millstream.graph.job;

/**
 * Connects a result of one vertex to an input gate of another.
 *
 * @param source the producing vertex
 * @param resultIndex which of its results
 * @param pattern who is connected to whom
 * @param shipStrategy name of the partitioner, for people: FORWARD, HASH, REBALANCE ...
 */
public record JobEdge(
        JobVertexID source, int resultIndex, DistributionPattern pattern, String shipStrategy) {}
