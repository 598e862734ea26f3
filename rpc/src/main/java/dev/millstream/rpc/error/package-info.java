/** Why a call fails: typed errors, which keep their type across processes. */
@NullMarked
package dev.millstream.rpc.error;

import org.jspecify.annotations.NullMarked;
