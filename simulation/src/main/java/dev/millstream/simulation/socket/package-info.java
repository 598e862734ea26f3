/** Servers outside the cluster, which send bytes to who connects to them. */
@NullMarked
package dev.millstream.simulation.socket;

import org.jspecify.annotations.NullMarked;
