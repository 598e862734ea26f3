/** Clusters of real processes, by command: each started once for several tests, and ended. */
@NullMarked
package dev.millstream.cli.cluster;

import org.jspecify.annotations.NullMarked;
