/** Tests of what is granted to connections before they have proved anything. */
@NullMarked
package dev.millstream.transport.admission;

import org.jspecify.annotations.NullMarked;
