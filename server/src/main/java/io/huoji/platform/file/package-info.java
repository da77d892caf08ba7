/** Files that prove something: taken by content, kept safe, shown to whom the record that carries them may be shown. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.settings", "platform.tenant", "platform.access",
    "platform.job"})
@NullMarked
package io.huoji.platform.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
