/**
 * A cluster's processes on one machine: their folder, their addresses, starting and ending them.
 */
@NullMarked
package dev.millstream.cluster.standalone;

import org.jspecify.annotations.NullMarked;
