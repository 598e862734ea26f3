/** Which operators are fused into one task. */
@NullMarked
package dev.millstream.graph.chaining;

import org.jspecify.annotations.NullMarked;
