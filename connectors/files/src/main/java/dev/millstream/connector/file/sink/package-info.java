/** A sink that writes files. */
@NullMarked
package dev.millstream.connector.file.sink;

import org.jspecify.annotations.NullMarked;
