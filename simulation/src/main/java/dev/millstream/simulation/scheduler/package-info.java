/** One seed, one run: virtual time, the events of a run, and the choice of who goes next. */
@NullMarked
package dev.millstream.simulation.scheduler;

import org.jspecify.annotations.NullMarked;
