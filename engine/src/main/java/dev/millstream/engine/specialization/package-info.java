/** Copies of operators' classes, so that the JIT compiles each place of a chain for itself. */
@NullMarked
package dev.millstream.engine.specialization;

import org.jspecify.annotations.NullMarked;
