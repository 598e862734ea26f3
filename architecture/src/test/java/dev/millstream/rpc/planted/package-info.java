/** Planted violations, which the rules of the house must catch. */
@NullMarked
package dev.millstream.rpc.planted;

import org.jspecify.annotations.NullMarked;
