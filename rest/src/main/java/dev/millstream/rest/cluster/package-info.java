/** The cluster as a whole: overview, configuration, logs, TaskManagers. */
@NullMarked
package dev.millstream.rest.cluster;

import org.jspecify.annotations.NullMarked;
