/** A source that reads files, folders and globs, in splits. */
@NullMarked
package dev.millstream.connector.file.src;

import org.jspecify.annotations.NullMarked;
