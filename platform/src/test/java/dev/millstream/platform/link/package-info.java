/** What every network must do, as tests. */
@NullMarked
package dev.millstream.platform.link;

import org.jspecify.annotations.NullMarked;
