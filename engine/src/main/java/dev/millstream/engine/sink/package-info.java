/** Where records leave the system: sink writers, and results that the client fetches. */
@NullMarked
package dev.millstream.engine.sink;

import org.jspecify.annotations.NullMarked;
