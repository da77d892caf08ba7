package io.huoji.insight.dashboard;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dashboards")
class DashboardController {

    private static final String HEALTH = "health";

    /** A board as the list names it. */
    record Entry(String key, String name, List<String> grains) {}

    private final HealthBoard health;

    DashboardController(HealthBoard health) {
        this.health = health;
    }

    @GetMapping
    @Requires(Permission.METRICS_READ)
    Page<Entry> list() {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return Page.of(List.of(new Entry(HEALTH, english ? "Action health" : "动作健康度", List.of("week", "month"))));
    }

    @GetMapping("/{key}/data")
    @Requires(Permission.METRICS_READ)
    Board data(Viewer viewer, @PathVariable String key, @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String unit) {
        if (!key.equals(HEALTH)) {
            throw new Misuse.NotFound("dashboard", key);
        }
        return health.show(viewer, grain, period, unit);
    }
}
