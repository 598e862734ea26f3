/** Small files that survive a crash, replaced as a whole. */
@NullMarked
package dev.millstream.jobmanager.store;

import org.jspecify.annotations.NullMarked;
