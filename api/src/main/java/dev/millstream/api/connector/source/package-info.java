/** Sources that read splits: an enumerator finds them, readers in the tasks read them. */
@NullMarked
package dev.millstream.api.connector.source;

import org.jspecify.annotations.NullMarked;
