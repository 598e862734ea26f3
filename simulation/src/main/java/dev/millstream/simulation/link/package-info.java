/** Links between simulated processes: order kept within a link, never across links. */
@NullMarked
package dev.millstream.simulation.link;

import org.jspecify.annotations.NullMarked;
