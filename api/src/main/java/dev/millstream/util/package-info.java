/** What functions use: collectors of results and tags of side outputs. */
@NullMarked
package dev.millstream.util;

import org.jspecify.annotations.NullMarked;
