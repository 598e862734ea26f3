/** Tests of what stands between requests and the Dispatcher. */
@NullMarked
package dev.millstream.rest.access;

import org.jspecify.annotations.NullMarked;
