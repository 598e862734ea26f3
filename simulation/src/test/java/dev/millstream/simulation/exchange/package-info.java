/** The data exchange alone, between simulated processes. */
@NullMarked
package dev.millstream.simulation.exchange;

import org.jspecify.annotations.NullMarked;
