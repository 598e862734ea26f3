/** The REST interface, as a client speaks to it. */
@NullMarked
package dev.millstream.client.http;

import org.jspecify.annotations.NullMarked;
