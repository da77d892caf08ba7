/** Apps as files: built-in templates, installing and upgrading, export and import, sample data, and the first steps of a new tenant. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.table", "platform.table :: field", "performance.business", "performance.action", "insight.metric"})
@NullMarked
package io.huoji.edge.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
