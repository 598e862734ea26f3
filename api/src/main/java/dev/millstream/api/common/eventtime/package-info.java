/** Event time: timestamps of records, and watermarks that tell how far a stream has come. */
@NullMarked
package dev.millstream.api.common.eventtime;

import org.jspecify.annotations.NullMarked;
