package dev.millstream.simulation.run;

import java.util.SortedMap;

/**
 * What a run that held was like.
 *
 * @param seed what it was drawn from
 * @param traceHash equal for runs in which the same happened in the same order
 * @param events how many events it had
 * @param virtualNs how long it took in virtual time
 * @param marks how often each interesting state was reached
 */
public record RunReport(
        long seed, long traceHash, long events, long virtualNs, SortedMap<String, Long> marks) {}
