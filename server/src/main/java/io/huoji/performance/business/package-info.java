/** What other systems tell: customers, opportunities, orders and what happened to them. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.event", "platform.table :: field"})
@NullMarked
package io.huoji.performance.business;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
