/** Windows: the groups into which a key's records are cut. */
@NullMarked
package dev.millstream.streaming.api.windowing.windows;

import org.jspecify.annotations.NullMarked;
