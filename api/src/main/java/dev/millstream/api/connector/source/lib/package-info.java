/** Sources that are built in. */
@NullMarked
package dev.millstream.api.connector.source.lib;

import org.jspecify.annotations.NullMarked;
