/** Who runs what: serial lanes, task threads, and the pool for blocking calls. */
@NullMarked
package dev.millstream.platform.lane;

import org.jspecify.annotations.NullMarked;
