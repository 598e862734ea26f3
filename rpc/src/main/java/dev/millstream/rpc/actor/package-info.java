/** The actors of one process: their hierarchy, mailboxes, supervision and death watch. */
@NullMarked
package dev.millstream.rpc.actor;

import org.jspecify.annotations.NullMarked;
