/** How a program reaches what executes it, and what its client can ask of a running job. */
@NullMarked
package dev.millstream.core.execution;

import org.jspecify.annotations.NullMarked;
