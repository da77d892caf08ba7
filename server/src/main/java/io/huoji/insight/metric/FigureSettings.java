package io.huoji.insight.metric;

import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantCache;
import io.huoji.platform.tenant.TenantId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a tenant's figures are read with: the names of its nodes and its thresholds. */
@Component
public class FigureSettings {

    private final TenantCache<NodeCards> nodes;
    private final TenantCache<Map<String, Double>> thresholds;

    FigureSettings(FigureSettingsRepository repository, Stamps stamps) {
        this.nodes = stamps.cache(repository::nodes);
        this.thresholds = stamps.cache(repository::thresholds);
    }

    public NodeCards nodes(TenantId tenant) {
        return nodes.of(tenant);
    }

    /** By metric; a metric without one gets no verdict. */
    Map<String, Double> thresholds(TenantId tenant) {
        return thresholds.of(tenant);
    }
}
