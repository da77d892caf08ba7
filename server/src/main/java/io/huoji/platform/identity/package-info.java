/** Who someone is: accounts, sign-in, sessions, tokens, invitations; turns a credential into a Viewer. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.settings", "platform.tenant", "platform.access",
    "platform.org", "platform.job", "platform.notification"})
@NullMarked
package io.huoji.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
