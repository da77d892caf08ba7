/** What people say to each other about a record, and who is named in it. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.table"})
@NullMarked
package io.huoji.platform.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
