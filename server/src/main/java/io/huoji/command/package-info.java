/**
 * Commands of the script. They are clients that speak to a server through its public API only; but for {@code tenant}, {@code backup} and
 * {@code restore}, which are the operator's and work on the database.
 */
@NullMarked
package io.huoji.command;

import org.jspecify.annotations.NullMarked;
