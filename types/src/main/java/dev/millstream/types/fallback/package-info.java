/** Classes that can't be taken apart, written by Apache Fory; the only importer of that. */
@NullMarked
package dev.millstream.types.fallback;

import org.jspecify.annotations.NullMarked;
