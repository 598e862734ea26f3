/**
 * The StreamGraph: a program's operators and the edges between them, with all defaults filled in.
 */
@NullMarked
package dev.millstream.graph.stream;

import org.jspecify.annotations.NullMarked;
