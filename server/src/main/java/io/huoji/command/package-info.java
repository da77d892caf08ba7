/** Commands of the script. They are clients that speak to a server through its public API only; backup and restore work below it. */
@NullMarked
package io.huoji.command;

import org.jspecify.annotations.NullMarked;
