/** Boards: figures side by side, each cell with the way to the rows behind it. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.table", "platform.table::field", "insight.metric"})
@NullMarked
package io.huoji.insight.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
