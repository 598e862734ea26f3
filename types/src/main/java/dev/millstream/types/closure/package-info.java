/** User functions as bytes. */
@NullMarked
package dev.millstream.types.closure;

import org.jspecify.annotations.NullMarked;
