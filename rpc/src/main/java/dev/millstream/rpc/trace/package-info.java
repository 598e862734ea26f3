/** A port that is told of all calls, for tests. */
@NullMarked
package dev.millstream.rpc.trace;

import org.jspecify.annotations.NullMarked;
