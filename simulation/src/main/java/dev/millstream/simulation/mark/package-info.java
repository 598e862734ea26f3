/** Counts which interesting states the runs have reached. */
@NullMarked
package dev.millstream.simulation.mark;

import org.jspecify.annotations.NullMarked;
