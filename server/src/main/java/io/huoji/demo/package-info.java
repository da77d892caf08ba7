/** The demo: two filled tenants that tell a story. Everything comes from one deterministic generator. */
@NullMarked
package io.huoji.demo;

import org.jspecify.annotations.NullMarked;
