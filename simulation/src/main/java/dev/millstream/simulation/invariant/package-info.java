/** What must hold after every event of a run, and at rest. */
@NullMarked
package dev.millstream.simulation.invariant;

import org.jspecify.annotations.NullMarked;
