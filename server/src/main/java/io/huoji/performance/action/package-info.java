/** Scenes and action nodes, the ledger of what is expected of whom, and what makes a record an action. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.event", "platform.file", "platform.job", "platform.table", "platform.table :: field",
    "performance.business"})
@NullMarked
package io.huoji.performance.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
