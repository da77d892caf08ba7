package io.huoji.testkit;

import io.huoji.platform.identity.IdentityForTests;
import io.huoji.platform.org.OrgForTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Runs the whole server on a free port, on the real database of this JVM, with a {@link TestClock}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestSurroundings.class)
@Import({TestClockConfiguration.class, World.class, Mailbox.class, IdentityForTests.class, OrgForTests.class})
public @interface HuojiTest {
}
