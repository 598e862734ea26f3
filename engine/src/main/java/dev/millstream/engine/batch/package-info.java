/** Keyed operators over bounded input: each key's final result, in bounded memory. */
@NullMarked
package dev.millstream.engine.batch;

import org.jspecify.annotations.NullMarked;
