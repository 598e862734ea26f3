/** Runs programs on a cluster of processes, over its REST interface. */
@NullMarked
package dev.millstream.client;

import org.jspecify.annotations.NullMarked;
