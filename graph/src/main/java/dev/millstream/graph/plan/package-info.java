/** A JobGraph as people and programs read it. */
@NullMarked
package dev.millstream.graph.plan;

import org.jspecify.annotations.NullMarked;
