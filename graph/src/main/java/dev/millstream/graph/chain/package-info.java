/** What a task opens: the operators of one chain, with the user's functions. */
@NullMarked
package dev.millstream.graph.chain;

import org.jspecify.annotations.NullMarked;
