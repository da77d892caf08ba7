/** Commands of the script. They are clients: they speak to a server through its public API only. */
@NullMarked
package io.huoji.command;

import org.jspecify.annotations.NullMarked;
