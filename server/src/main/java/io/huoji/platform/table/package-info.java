/** The no-code model and the one write path of its records. Knows no word of performance: see {@link RecordParticipant}. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.org",
    "platform.event", "platform.file", "platform.job"})
@NullMarked
package io.huoji.platform.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
