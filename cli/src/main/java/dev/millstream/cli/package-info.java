/** The command line's entry point. */
@NullMarked
package dev.millstream.cli;

import org.jspecify.annotations.NullMarked;
