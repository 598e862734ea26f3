/** Tests of what processes of a cluster do besides their role. */
@NullMarked
package dev.millstream.cli.process;

import org.jspecify.annotations.NullMarked;
