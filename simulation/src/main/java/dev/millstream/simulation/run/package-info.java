/** Runs a scenario from one seed, watched by the wall clock. */
@NullMarked
package dev.millstream.simulation.run;

import org.jspecify.annotations.NullMarked;
