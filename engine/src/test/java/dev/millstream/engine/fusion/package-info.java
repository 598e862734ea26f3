/** Tests of fused operators. */
@NullMarked
package dev.millstream.engine.fusion;

import org.jspecify.annotations.NullMarked;
