/** Sinks: where results leave the system. */
@NullMarked
package dev.millstream.api.connector.sink2;

import org.jspecify.annotations.NullMarked;
