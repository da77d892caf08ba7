package io.huoji.command.crm;

import java.util.List;
import java.util.Map;

/** The action table, scene and node that the CRM set is measured by. */
final class CrmModel {

    private CrmModel() {}

    static Map<String, Object> table() {
        return Map.of("key", "deal-actions", "name", "商机动作", "description", "每一次推进商机的关键动作", "fields", List.of(
                field("person", "销售", "person", "subject", true),
                field("date", "时间", "dateTime", "occurredAt", true),
                field("action", "动作类型", "node", "node", true),
                field("deal", "商机", "object", "object", false, Map.of("objectType", "opportunity")),
                field("quality", "完成质量", "quality", "quality", true),
                field("evidence", "支撑证据", "evidence", "evidence", false),
                Map.of("key", "note", "name", "备注", "type", "longText")));
    }

    static Map<String, Object> scene() {
        return Map.of("key", "b2b-pipeline", "name", "B2B 商机推进", "description", "从首次接触到赢单或输单的完整动线");
    }

    static Map<String, Object> node() {
        return Map.of("key", "close-loop", "scene", "b2b-pipeline", "table", "deal-actions", "name", "商机闭环", "why",
                "每个商机都要在 90 天内有明确结果", "assignee", Map.of("kind", "eventActor"), "trigger",
                Map.of("kind", "event", "type", "opportunity.engaged", "dueAfter", "P90D"), "grace", "PT0S");
    }

    private static Map<String, Object> field(String key, String name, String type, String role, boolean required) {
        return field(key, name, type, role, required, Map.of());
    }

    private static Map<String, Object> field(String key, String name, String type, String role, boolean required,
            Map<String, Object> config) {
        return Map.of("key", key, "name", name, "type", type, "role", role, "required", required, "config", config);
    }
}
