/** The assessment box inside pages that are not ours: tickets, its question, its one submission, the frame. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.file", "platform.job", "platform.table", "platform.table :: field", "performance.business",
    "performance.action", "edge.api"})
@NullMarked
package io.huoji.edge.embed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
