package io.huoji.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that a tenant may call after its trial though its method isn't GET: it reads or exports, or shuts a door (sign-out,
 * password, token). Every other write is refused then.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AlsoAfterTrial {
}
