/** A simulated world of processes, each with a platform of its own. */
@NullMarked
package dev.millstream.simulation.world;

import org.jspecify.annotations.NullMarked;
