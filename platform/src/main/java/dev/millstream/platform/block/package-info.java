/** Files of checked blocks: the format of spilled data, snapshots and job records. */
@NullMarked
package dev.millstream.platform.block;

import org.jspecify.annotations.NullMarked;
