/** Many jobs on one cluster of processes, which are looked at from outside. */
@NullMarked
package dev.millstream.cli.soak;

import org.jspecify.annotations.NullMarked;
