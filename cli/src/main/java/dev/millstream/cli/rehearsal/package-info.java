/** Lets the JVM learn from a cluster that does nothing else, so that later starts are fast. */
@NullMarked
package dev.millstream.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
