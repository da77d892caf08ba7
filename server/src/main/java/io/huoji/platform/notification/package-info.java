/** What the house says to people outside of it: an outbox of mails, and the mail server that takes them. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.settings", "platform.job"})
@NullMarked
package io.huoji.platform.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
