/** The JobManager's roles: what they share is their names and options. */
@NullMarked
package dev.millstream.jobmanager;

import org.jspecify.annotations.NullMarked;
