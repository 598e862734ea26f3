/** Runs the examples, and compares what they say with sequential oracles. */
@NullMarked
package dev.millstream.cli.run;

import org.jspecify.annotations.NullMarked;
