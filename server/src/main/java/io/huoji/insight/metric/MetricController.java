package io.huoji.insight.metric;

import io.huoji.insight.metric.MetricQuery.By;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/metrics")
class MetricController {

    private final Metrics metrics;
    private final MetricFilter filter;

    MetricController(Metrics metrics, MetricFilter filter) {
        this.metrics = metrics;
        this.filter = filter;
    }

    @GetMapping("/{metric:completion|quality|evidence|proven}")
    @Requires(Permission.METRICS_READ)
    MetricAnswer metric(Viewer viewer, @PathVariable String metric, @RequestParam LocalDate from,
            @RequestParam LocalDate to, @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(name = "filter", required = false) @Nullable String condition, Locale locale) {
        if (!from.isBefore(to))
            throw new Misuse.Malformed(Problem.at("to", "not-after", Map.of("other", "from")));
        MetricQuery whole = new MetricQuery(from, to, dimensions(by), grain(grain), level, null, null, null);
        return metrics.answer(viewer, Definition.valueOf(metric.toUpperCase(Locale.ROOT)),
                filter.narrow(whole, condition, viewer), locale);
    }

    private static Set<By> dimensions(@Nullable String by) {
        Set<By> dimensions = EnumSet.noneOf(By.class);
        if (by != null && !by.isBlank())
            for (String key : by.split(",", -1))
                dimensions.add(By.byKey(key).orElseThrow(() -> unknown("by", key)));
        return dimensions;
    }

    private static @Nullable Grain grain(@Nullable String grain) {
        return grain == null ? null : Grain.byKey(grain).orElseThrow(() -> unknown("grain", grain));
    }

    private static Misuse unknown(String field, String value) {
        return new Misuse.Malformed(Problem.at(field, "unknown-value", Map.of("value", value)));
    }
}
