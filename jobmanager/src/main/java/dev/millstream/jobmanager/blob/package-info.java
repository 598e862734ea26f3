/** Jars of jobs, by their hash. */
@NullMarked
package dev.millstream.jobmanager.blob;

import org.jspecify.annotations.NullMarked;
