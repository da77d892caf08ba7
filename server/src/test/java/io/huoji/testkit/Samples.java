package io.huoji.testkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sample data of all resources. */
public final class Samples {

    private static final List<Sample> ALL = List.of(new OrgSample(), new IdentitySample(), new ModelSample(),
            new BusinessSample(), new ActionSample(), new MarketSample(), new RecordSample(), new TransferSample());

    /** Path variables, with the query they need, that name nobody's data. */
    public static final Map<String, String> NEUTRAL = Map.of("metrics/metric",
            "completion?from=2026-01-01&to=2026-12-01", "dashboards/key", "health",
            "templates/key", "teaching");

    private Samples() {}

    public static Map<String, String> make(Company company) {
        company.unit("east", "region");
        company.unit("west", "region");
        company.staff("owner", "east");
        Map<String, String> values = new HashMap<>();
        ALL.forEach(sample -> values.putAll(sample.make(company)));
        return values;
    }

    public static Map<String, Object> bodies() {
        Map<String, Object> bodies = new HashMap<>();
        ALL.forEach(sample -> bodies.putAll(sample.bodies()));
        return bodies;
    }

    public static Set<String> hidden() {
        Set<String> hidden = new HashSet<>();
        ALL.forEach(sample -> hidden.addAll(sample.hidden()));
        return hidden;
    }
}
