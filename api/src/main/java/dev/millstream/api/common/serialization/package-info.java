/** How records become bytes in files. */
@NullMarked
package dev.millstream.api.common.serialization;

import org.jspecify.annotations.NullMarked;
