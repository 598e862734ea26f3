/** Who may come in: the token, the Host and the Origin of each request. */
@NullMarked
package dev.millstream.rest.gate;

import org.jspecify.annotations.NullMarked;
