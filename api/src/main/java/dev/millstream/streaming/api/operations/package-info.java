/** What a program asks for, operator by operator: the values that graphs are made of. */
@NullMarked
package dev.millstream.streaming.api.operations;

import org.jspecify.annotations.NullMarked;
