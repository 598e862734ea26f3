/** Where a checkpoint's barriers are handled. */
@NullMarked
package dev.millstream.engine.barrier;

import org.jspecify.annotations.NullMarked;
