/** The JobGraph: what the client hands to the JobManager. */
@NullMarked
package dev.millstream.graph.job;

import org.jspecify.annotations.NullMarked;
