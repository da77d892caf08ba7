package io.huoji.insight.metric;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
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
    private final MetricQuestions questions;

    MetricController(Metrics metrics, MetricQuestions questions) {
        this.metrics = metrics;
        this.questions = questions;
    }

    @GetMapping("/{metric}")
    @Requires(Permission.METRICS_READ)
    MetricAnswer answer(Viewer viewer, @PathVariable String metric,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String level) {
        Metric known = Metric.byKey(metric).orElseThrow(() -> new Misuse.NotFound("metric", metric));
        var words = new MetricQuestions.Words(from, to, by, grain, filter, level);
        return metrics.answer(viewer, known, questions.read(viewer, words));
    }
}
