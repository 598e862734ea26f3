/** Randomness, injected so that a run can be repeated from its seed. */
@NullMarked
package dev.millstream.platform.random;

import org.jspecify.annotations.NullMarked;
