/** Files in memory that know what a crash of the machine would leave of them. */
@NullMarked
package dev.millstream.simulation.file;

import org.jspecify.annotations.NullMarked;
