/** The web page. */
@NullMarked
package dev.millstream.rest.page;

import org.jspecify.annotations.NullMarked;
