@NullMarked
package io.huoji;

import org.jspecify.annotations.NullMarked;
