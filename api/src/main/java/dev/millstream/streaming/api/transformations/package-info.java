/** The kinds of nodes of a program's graph. */
@NullMarked
package dev.millstream.streaming.api.transformations;

import org.jspecify.annotations.NullMarked;
