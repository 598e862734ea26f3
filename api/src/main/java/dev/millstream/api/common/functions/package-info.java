/** The functions that a user writes, and the contexts in which they run. */
@NullMarked
package dev.millstream.api.common.functions;

import org.jspecify.annotations.NullMarked;
