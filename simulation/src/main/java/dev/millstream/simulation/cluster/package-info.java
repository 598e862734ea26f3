/** A JobManager, TaskManagers and a client in a simulated world: the production classes. */
@NullMarked
package dev.millstream.simulation.cluster;

import org.jspecify.annotations.NullMarked;
