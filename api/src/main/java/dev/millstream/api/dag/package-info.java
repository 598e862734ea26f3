/** The program as a graph of transformations, from which the job graph is compiled. */
@NullMarked
package dev.millstream.api.dag;

import org.jspecify.annotations.NullMarked;
