/**
 * Commands of the script. They are clients that speak to a server through its public API only; but for {@code tenant}, which is the
 * operator's and works on the database.
 */
@NullMarked
package io.huoji.command;

import org.jspecify.annotations.NullMarked;
