/** Marks that say which interesting states a run has reached. */
@NullMarked
package dev.millstream.platform.mark;

import org.jspecify.annotations.NullMarked;
