/** Spreadsheets in and out: templates, imports in steps, exports of any view, all of them resumable. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.settings", "platform.tenant", "platform.access",
    "platform.org", "platform.job", "platform.table", "platform.table :: field", "edge.api"})
@NullMarked
package io.huoji.edge.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
