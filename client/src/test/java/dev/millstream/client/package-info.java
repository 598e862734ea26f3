/** Tests of the client before a real server. */
@NullMarked
package dev.millstream.client;

import org.jspecify.annotations.NullMarked;
