/** The HTTP edge: problem answers in the caller's language, idempotent writes, security headers, web pages, OpenAPI. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.identity"})
@NullMarked
package io.huoji.edge.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
