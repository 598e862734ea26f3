/** Tests of the client's requests. */
@NullMarked
package dev.millstream.client.http;

import org.jspecify.annotations.NullMarked;
