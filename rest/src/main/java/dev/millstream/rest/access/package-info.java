/** What the REST interface needs of its process, as ports. */
@NullMarked
package dev.millstream.rest.access;

import org.jspecify.annotations.NullMarked;
