/** Names of files. */
@NullMarked
package dev.millstream.core.fs;

import org.jspecify.annotations.NullMarked;
