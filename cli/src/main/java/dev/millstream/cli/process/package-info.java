/** Runs a role of a cluster in this process until it is told to end. */
@NullMarked
package dev.millstream.cli.process;

import org.jspecify.annotations.NullMarked;
