/** The web page in a real browser. */
@NullMarked
package dev.millstream.rest.page;

import org.jspecify.annotations.NullMarked;
