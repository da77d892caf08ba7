/** The figures: kept roll-ups, and each metric's one definition. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.event", "platform.table", "platform.table::field", "performance.action", "performance.business"})
@NullMarked
package io.huoji.insight.metric;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
