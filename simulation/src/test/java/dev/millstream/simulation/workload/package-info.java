/** Jobs that are run in the simulation, each with a sequential oracle. */
@NullMarked
package dev.millstream.simulation.workload;

import org.jspecify.annotations.NullMarked;
