/** Tests of our own client's routes. */
@NullMarked
package dev.millstream.rest.session;

import org.jspecify.annotations.NullMarked;
