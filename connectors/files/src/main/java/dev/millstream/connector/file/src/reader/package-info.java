/** How the bytes of a split become records. */
@NullMarked
package dev.millstream.connector.file.src.reader;

import org.jspecify.annotations.NullMarked;
