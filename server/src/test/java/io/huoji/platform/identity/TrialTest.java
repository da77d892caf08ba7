package io.huoji.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.tenant.TenantRegister;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.Eventually;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.Mailbox;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuojiTest
class TrialTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/trial/([0-9a-f]{64})");
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final String PASSWORD = "a good password";

    @Autowired World world;
    @Autowired Mailbox mailbox;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final String email = "trial-" + UUID.randomUUID() + "@example.com";

    /** Each test two hours after the one before: the limits are full again. */
    @BeforeEach
    void twoHoursLater() {
        clock.tick(Duration.ofHours(2L * TESTS.incrementAndGet()));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void opensATenantWithAllRightsForSevenDaysByTheLinkInTheMail() {
        assertThat(world.nobody().get("/trials").expect(200).at("/open")).isEqualTo("true");
        ask(email.toUpperCase(java.util.Locale.ROOT), "zh-CN").expect(202);
        Mailbox.Post post = mailbox.of(email).getFirst();
        assertThat(post.subject()).isEqualTo("活绩试用：开通链接");
        assertThat(post.from()).contains("huoji@example.com");
        assertThat(post.html()).contains("<a href=\"http://localhost:8080/trial/");
        assertThat(post.plain()).doesNotContain("试用公司");
        String token = token(post);
        assertThat(stored()).doesNotContain(token);

        Api browser = world.nobody();
        Answer look = browser.get("/trials/" + token).expect(200);
        assertThat(look.at("/company")).isEqualTo("试用公司");
        assertThat(look.at("/hasAccount")).isEqualTo("false");
        assertThat(browser.post("/trials/" + token + ":confirm", Map.of("password", "short")).expect(422).problems())
                .containsExactlyInAnyOrder("name:required", "password:too-short");
        Instant now = clock.instant();
        Answer me = confirm(browser, token, PASSWORD).expect(201);
        assertThat(me.at("/tenant/name")).isEqualTo("试用公司");
        assertThat(me.at("/tenant/state")).isEqualTo("trial");
        assertThat(me.at("/tenant/contact")).isEqualTo("huoji@example.com");
        LocalDate last = now.atZone(SHANGHAI).toLocalDate().plusDays(7);
        assertThat(Instant.parse(me.at("/tenant/trialUntil")))
                .isEqualTo(last.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
        assertThat(browser.get("/me").expect(200).at("/roles")).isEqualTo("[\"admin\"]");
        browser.post("/units", Map.of("code", "north", "name", "北区", "kind", "region", "parent", "hq")).expect(201);

        world.nobody().get("/trials/" + token).expect(404);
        confirm(world.nobody(), token, PASSWORD).expect(404);
        world.nobody().post("/sessions", Map.of("login", email, "password", PASSWORD)).expect(200);
    }

    @Test
    void refusesWhatIsNoWishAndNamesEachField() {
        assertThat(world.nobody().post("/trials", Map.of()).expect(422).problems())
                .containsExactlyInAnyOrder("email:required", "company:required");
        assertThat(world.nobody()
                .post("/trials", Map.of("email", "no address", "company", "长".repeat(101), "locale", "fr"))
                .expect(422)
                .problems())
                .containsExactlyInAnyOrder("email:bad-email", "company:too-long", "locale:unknown-language");
        world.nobody().get("/trials/" + "0".repeat(64)).expect(404);
        confirm(world.nobody(), "nonsense", PASSWORD).expect(404);
    }

    @Test
    void tellsOnlyTheMailboxWhetherAnAddressIsKnown() {
        Company company = world.newTenant();
        Answer unknown = ask(email, "en").expect(202);
        Answer known = ask(company.adminEmail(), "en").expect(202);
        assertThat(known.text()).isEqualTo(unknown.text()).isEmpty();
        assertThat(told(known)).isEqualTo(told(unknown));
        assertThat(mailbox.of(email).getFirst().subject()).isEqualTo("Your Huoji trial: open it here");
        Mailbox.Post post = mailbox.of(company.adminEmail()).getLast();
        assertThat(post.subject()).isEqualTo("Your Huoji trial: this address has an account");

        String token = token(post);
        assertThat(confirm(world.nobody(), token, "not its password").expect(422).problems())
                .containsExactly("password:password-of-account");
        Api browser = world.nobody();
        confirm(browser, token, company.password()).expect(201);
        assertThat(browser.get("/me").expect(200).at("/account/login")).isEqualTo(company.adminEmail());
        assertThat(world.nobody()
                .post("/sessions", Map.of("login", company.adminEmail(), "password", company.password()))
                .expect(200)
                .json()
                .path("choose")
                .size()).isEqualTo(2);
    }

    @Test
    void givesOneTrialToAnAddress() {
        String first = tokenFor(email);
        clock.tick(Duration.ofMinutes(2));
        String second = tokenFor(email);
        confirm(world.nobody(), first, PASSWORD).expect(201);
        assertThat(world.nobody().get("/trials/" + second).expect(200).at("/hasAccount")).isEqualTo("true");
        assertThat(confirm(world.nobody(), second, PASSWORD).expect(409).problems()).containsExactly(":trial-there");
        clock.tick(Duration.ofMinutes(2));
        ask(email, "zh-CN").expect(202);
        Mailbox.Post post = mailbox.of(email).getLast();
        assertThat(post.subject()).isEqualTo("活绩试用：你已有一个试用企业");
        assertThat(post.plain()).contains("试用公司").contains("huoji@example.com").doesNotContainPattern(LINK);
    }

    @Test
    void endsALinkAfterADay() {
        String token = tokenFor(email);
        clock.tick(Duration.ofHours(23));
        world.nobody().get("/trials/" + token).expect(200);
        clock.tick(Duration.ofMinutes(61));
        confirm(world.nobody(), token, PASSWORD).expect(404);
    }

    @Test
    void takesARepetitionWithinAMinuteAsTheSameWishAndWritesNoMoreThanThriceAnHour() {
        clock.set(Instant.parse("2026-12-01T01:00:05Z"));
        ask(email, "zh-CN").expect(202);
        ask(email, "zh-CN").expect(202);
        assertThat(mailbox.of(email)).hasSize(1);
        for (int minute = 1; minute <= 5; minute++) {
            clock.tick(Duration.ofMinutes(1));
            ask(email, "zh-CN").expect(202);
        }
        assertThat(mailbox.of(email)).hasSize(2);
    }

    @Test
    void slowsDownWhoeverAsksForManyAddresses() {
        for (int number = 0; number < TrialLimits.PER_ADDRESS; number++)
            ask(number + email, "zh-CN").expect(202);
        Answer refused = ask("more" + email, "zh-CN").expect(429);
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After")))).isBetween(1, 600);
    }

    @Test
    void readsAndSignsInAfterTheEndButWritesNothingUntilItIsExtendedOrConverted() {
        Api browser = world.nobody();
        String tenant = confirm(browser, tokenFor(email), PASSWORD).expect(201).at("/tenant/id");
        clock.tick(Duration.ofDays(8));
        browser = world.nobody();
        assertThat(browser.post("/sessions", Map.of("login", email, "password", PASSWORD)).expect(200)
                .at("/tenant/state")).isEqualTo("ended");
        Answer refused = browser.post("/tables", Map.of("key", "late", "name", "晚了")).expect(403);
        assertThat(refused.problems()).containsExactly(":trial-ended");
        assertThat(refused.at("/detail")).contains("只读").contains("导出");
        browser.get("/tables").expect(200);
        browser.get("/people").expect(200);
        browser.patch("/me", Map.of("locale", "en")).expect(200);

        TenantRegister register = world.register();
        register.extend(register.find(tenant), 3);
        Api again = browser;
        Eventually.holds(() -> again.post("/tables", Map.of("key", "extended", "name", "延长")).status() == 201);
        clock.tick(Duration.ofDays(4));
        Eventually.holds(() -> again.post("/tables", Map.of("key", "over", "name", "又到期")).status() == 403);
        register.convert(register.find(tenant));
        Eventually.holds(() -> again.get("/me").at("/tenant/state").equals("permanent"));
        again.post("/tables", Map.of("key", "forever", "name", "正式")).expect(201);
    }

    @Test
    void letsNobodyIntoASuspendedTenantAndSaysSoAfterTheRightPassword() {
        Company company = world.newTenant();
        Api token = company.token();
        token.get("/me").expect(200);
        TenantRegister register = world.register();
        register.suspend(register.find(company.tenant().toString()));
        Eventually.holds(() -> company.admin().get("/me").status() == 401 && token.get("/me").status() == 401);
        Map<String, String> login = Map.of("login", company.adminEmail(), "password", company.password());
        assertThat(world.nobody().post("/sessions", login).expect(403).problems())
                .containsExactly(":tenant-suspended");
        world.nobody().post("/sessions", Map.of("login", company.adminEmail(), "password", "wrong")).expect(401);
        register.resume(register.find(company.tenant().toString()));
        Eventually.holds(() -> world.nobody().post("/sessions", login).status() == 200);
        company.admin().get("/me").expect(200);
    }

    private Answer ask(String address, String locale) {
        return world.nobody().post("/trials", Map.of("email", address, "company", "试用公司", "locale", locale));
    }

    private String tokenFor(String address) {
        ask(address, "zh-CN").expect(202);
        return token(mailbox.of(address).getLast());
    }

    private static String token(Mailbox.Post post) {
        var found = LINK.matcher(post.plain());
        assertThat(found.find()).as(post.plain()).isTrue();
        return found.group(1);
    }

    private static Answer confirm(Api browser, String token, String password) {
        return browser.post("/trials/" + token + ":confirm", Map.of("name", "王芳", "password", password));
    }

    /** Everything that the database keeps of wishes and links. */
    private String stored() {
        return String.valueOf(transaction.<String>execute(status -> jdbc.sql("select cast(mail as text) from mail")
                .query(String.class)
                .list()
                .toString()
                + jdbc.sql("select cast(credential as text) from credential where kind = 'trial'").query(String.class)
                        .list()));
    }

    /** What an answer tells beside its body, without its time and trace. */
    private static Map<String, List<String>> told(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        headers.remove("Date");
        headers.replaceAll((name, values) -> name.toLowerCase(java.util.Locale.ROOT).contains("trace")
                ? List.of()
                : values);
        return headers;
    }
}
