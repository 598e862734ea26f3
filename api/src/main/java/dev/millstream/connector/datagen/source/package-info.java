/** A source that makes up its records. */
@NullMarked
package dev.millstream.connector.datagen.source;

import org.jspecify.annotations.NullMarked;
