/**
 * Lanes, task threads and the blocking pool of simulated processes; exactly one thread holds the
 * baton.
 */
@NullMarked
package dev.millstream.simulation.lane;

import org.jspecify.annotations.NullMarked;
