/** Functions that see more than the record: its timestamp, time, side outputs. */
@NullMarked
package dev.millstream.streaming.api.functions;

import org.jspecify.annotations.NullMarked;
