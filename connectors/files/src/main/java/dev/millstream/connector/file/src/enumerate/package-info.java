/** Finds the files and cuts them into splits. */
@NullMarked
package dev.millstream.connector.file.src.enumerate;

import org.jspecify.annotations.NullMarked;
