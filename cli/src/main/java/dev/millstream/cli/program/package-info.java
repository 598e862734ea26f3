/** Finds, loads and runs the user's program. */
@NullMarked
package dev.millstream.cli.program;

import org.jspecify.annotations.NullMarked;
