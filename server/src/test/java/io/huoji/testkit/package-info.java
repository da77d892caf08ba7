/** What tests of every module share: a real database, a clock that ticks by hand, a running server. */
@NullMarked
package io.huoji.testkit;

import org.jspecify.annotations.NullMarked;
