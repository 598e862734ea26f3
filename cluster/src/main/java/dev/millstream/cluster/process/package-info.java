/** The roles of a cluster, put together: each works on any platform, real or simulated. */
@NullMarked
package dev.millstream.cluster.process;

import org.jspecify.annotations.NullMarked;
