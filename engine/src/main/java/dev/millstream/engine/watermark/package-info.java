/** Event time over several channels. */
@NullMarked
package dev.millstream.engine.watermark;

import org.jspecify.annotations.NullMarked;
