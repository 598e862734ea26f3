/** Faults planted in the platform, to show that the simulation finds them. */
@NullMarked
package dev.millstream.simulation.fault;

import org.jspecify.annotations.NullMarked;
