/** How fast a source may emit. */
@NullMarked
package dev.millstream.api.connector.source.util.ratelimit;

import org.jspecify.annotations.NullMarked;
