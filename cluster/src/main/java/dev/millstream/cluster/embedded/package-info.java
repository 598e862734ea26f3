/** Runs programs on a cluster inside their own process, which lives as long as the job. */
@NullMarked
package dev.millstream.cluster.embedded;

import org.jspecify.annotations.NullMarked;
