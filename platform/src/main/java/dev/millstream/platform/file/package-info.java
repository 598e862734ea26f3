/** Files, as every part of the system sees them. */
@NullMarked
package dev.millstream.platform.file;

import org.jspecify.annotations.NullMarked;
