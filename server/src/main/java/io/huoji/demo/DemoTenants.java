package io.huoji.demo;

import io.huoji.command.ApiClient;
import io.huoji.command.crm.CrmImport;
import io.huoji.insight.metric.RollUps;
import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.file.Files;
import io.huoji.platform.identity.Founding;
import io.huoji.platform.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the two companies of the demo. */
@Component
class DemoTenants {

    static final String CRM_ADMIN = "admin@crm.demo";
    static final String EDU_ADMIN = "admin@edu.demo";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Founding founding;
    private final EduLoader loader;
    private final RollUps rollUps;
    private final Files files;
    private final Clock clock;

    DemoTenants(Founding founding, EduLoader loader, RollUps rollUps, Files files, Clock clock) {
        this.founding = founding;
        this.loader = loader;
        this.rollUps = rollUps;
        this.files = files;
        this.clock = clock;
    }

    /** The sales force of the CRM set, loaded through the public API alone. */
    void crm(String url, String password, Path samples) throws Exception {
        founding.found("远航软件", ZONE, "zh-CN", "管理员", CRM_ADMIN, password);
        DemoSignIn signIn = new DemoSignIn(url);
        ApiClient api = signIn.token(CRM_ADMIN, password);
        new CrmImport(api, samples.resolve("crm"), line -> System.out.println("  CRM " + line)).run();
        join(signIn, api, "dustin-brinkmann", "lead@crm.demo", password);
        join(signIn, api, "moses-frase", "staff@crm.demo", password);
    }

    /** The education group: organisation and model through the API, three months of rows by COPY, roll-ups by the product. */
    void edu(String url, String password) throws Exception {
        TenantId tenant = founding.found(EduGroup.NAME, ZONE, "zh-CN", "管理员", EDU_ADMIN, password);
        Instant now = clock.instant();
        EduGroup group = new EduGroup(now.atZone(ZONE).toLocalDate());
        DemoSignIn signIn = new DemoSignIn(url);
        ApiClient api = signIn.token(EDU_ADMIN, password);
        new EduTenant(api, group).setUp();
        EduKeys keys = loader.keys(tenant.value());
        EduRows rows = new EduRows(keys, group, new EduDoings(group, ZONE, now), ZONE);
        int records = loader.load(rows, keys, group.teachers(), (doing, person) -> store(tenant, doing, person));
        System.out.printf("  教育 %d 所校区, %d 位教师, %d 条动作记录%n", group.campuses().size(), group.teachers().size(), records);
        rollUps.rebuild(tenant);
        join(signIn, api, "t0003", "lead@edu.demo", password);
        join(signIn, api, "t1001", "staff@edu.demo", password);
    }

    private UUID store(TenantId tenant, Doing doing, UUID person) {
        Viewer teacher = new Viewer(tenant, person, person, Set.of(), RowScope.NOTHING, Viewer.Kind.SYSTEM);
        long number = doing.teacher().number() * 10_000L + doing.serial();
        boolean photo = doing.node() == EduNode.OBSERVE;
        byte[] bytes = photo ? SmallFiles.photo(number) : SmallFiles.recording(number);
        return files.store(teacher, new ByteArrayInputStream(bytes), photo ? "听课照片.jpg" : "家长沟通录音.wav",
                doing.node().evidenceKind).id();
    }

    private static void join(DemoSignIn signIn, ApiClient api, String person, String login, String password)
            throws Exception {
        String url = api.post("/people/" + person + ":invite", java.util.Map.of()).get("url").asString();
        signIn.accept(url.substring(url.lastIndexOf('/') + 1), login, password);
    }
}
