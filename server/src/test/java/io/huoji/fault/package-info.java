/** A real server under load whose processes are killed. */
@NullMarked
package io.huoji.fault;

import org.jspecify.annotations.NullMarked;
