/** How sources say what they have, and write down their splits. */
@NullMarked
package dev.millstream.core.io;

import org.jspecify.annotations.NullMarked;
