/** Files as sources and sinks. */
@NullMarked
package dev.millstream.connector.file;

import org.jspecify.annotations.NullMarked;
