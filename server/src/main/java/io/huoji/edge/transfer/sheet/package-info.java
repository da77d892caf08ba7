/** Reading and writing xlsx and csv, whoever made them, without trusting them. */
@NullMarked
package io.huoji.edge.transfer.sheet;

import org.jspecify.annotations.NullMarked;
