package io.huoji.demo;

import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartNotice;
import io.huoji.platform.tenant.Tenants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the server runs as the demo: fills it at the first start, and says each time who can sign in. */
@Component
@Order(1)
class Demo implements StartNotice {

    private final Settings settings;
    private final DataDirectory data;
    private final Tenants tenants;
    private final DemoTenants demo;
    private final DemoPassword demoPassword;

    Demo(Settings settings, DataDirectory data, Tenants tenants, DemoTenants demo, DemoPassword demoPassword) {
        this.settings = settings;
        this.data = data;
        this.tenants = tenants;
        this.demo = demo;
        this.demoPassword = demoPassword;
    }

    @Override
    public List<String> lines() {
        if (!settings.demo())
            return List.of();
        String password = demoPassword.text();
        Path done = data.path().resolve("demo-is-filled");
        try {
            if (!Files.exists(done)) {
                if (!tenants.isEmpty())
                    return List.of(
                            "演示数据上次没有装完；删除 %s 后重新启动。 The demo was not filled completely; remove that folder and start again."
                                    .formatted(data.path()));
                fill(password);
                Files.createFile(done);
            }
        } catch (Exception failure) {
            throw new IllegalStateException("The demo could not be filled.", failure);
        }
        return List.of("CRM  : %s（管理员） lead@crm.demo（主管） staff@crm.demo（销售）".formatted(DemoTenants.CRM_ADMIN),
                "教育 : %s（管理员） lead@edu.demo（教务主任） staff@edu.demo（教师）".formatted(DemoTenants.EDU_ADMIN),
                "密码 Password: " + password);
    }

    private void fill(String password) throws Exception {
        System.out.println("正在装入演示数据，第一次约需一分钟 Filling the demo, about a minute the first time");
        String url = "http://127.0.0.1:" + settings.port();
        Path samples = Path.of(System.getProperty("huoji.samples", "samples"));
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> work = List.of(both.submit(task(() -> demo.crm(url, password, samples))),
                    both.submit(task(() -> demo.edu(url, password))));
            for (Future<Object> one : work)
                one.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Callable<Object> task(Work work) {
        return () -> {
            work.run();
            return true;
        };
    }
}
