package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields that are hidden, required or read-only when something holds. */
@HuojiTest
class FieldRulesTest {

    private static final Map<String, Object> IS_LOST = Map.of("field", "result", "op", "eq", "value", "lost");
    private static final Map<String, Object> HAS_REASON = Map.of("field", "reason", "op", "isNotEmpty");

    @Autowired World world;
    private Company company;
    private Api admin;

    @BeforeEach
    void aTableOfDeals() {
        company = world.newTenant();
        admin = company.admin();
        admin.post("/tables", Map.of("key", "deals", "name", "商机", "fields", List.of(
                field("name", "text", Map.of()),
                field("result", "select", Map.of("options", List.of(Map.of("key", "won", "label", "赢"),
                        Map.of("key", "lost", "label", "丢")))),
                field("reason", "text", Map.of("visibleWhen", IS_LOST, "requiredWhen", IS_LOST, "minLength", 3)),
                field("remedy", "text", Map.of("visibleWhen", HAS_REASON)),
                field("amount", "integer", Map.of("readOnlyWhen",
                        Map.of("field", "result", "op", "isNotEmpty"))))))
                .expect(201);
    }

    private static Map<String, Object> field(String key, String type, Map<String, Object> config) {
        return Map.of("key", key, "name", "字段" + key, "type", type, "config", config);
    }

    private Answer make(Map<String, Object> values) {
        return admin.post("/tables/deals/records", Map.of("fields", values));
    }

    private Answer change(String record, Map<String, Object> values) {
        return admin.patch("/records/" + record, Map.of("fields", values));
    }

    @Test
    void aHiddenFieldNeverBlocksAndStoresNothing() {
        var made = make(Map.of("result", "won", "reason", "a", "remedy", "call")).expect(201);
        assertThat(made.json().path("fields").propertyNames()).containsExactly("result");
    }

    @Test
    void whatIsRequiredForAReasonIsAskedForWhenTheReasonComes() {
        assertThat(make(Map.of("result", "lost")).expect(422).problems()).containsExactly("fields.reason:missing");
        String record = make(Map.of("result", "won")).expect(201).at("id");
        assertThat(change(record, Map.of("result", "lost")).expect(422).problems())
                .containsExactly("fields.reason:missing");
        change(record, Map.of("result", "lost", "reason", "价格太高", "remedy", "回访")).expect(200);
        assertThat(change(record, Map.of("reason", "")).expect(422).problems())
                .containsExactly("fields.reason:missing");
    }

    @Test
    void aValueSurvivesBeingHiddenAndWhatDependsOnItIsHiddenToo() {
        String record = make(Map.of("result", "lost", "reason", "价格太高", "remedy", "回访")).expect(201).at("id");
        var hidden = change(record, Map.of("result", "won", "remedy", "别的", "reason", "xx")).expect(200);
        assertThat(hidden.at("/fields/reason")).isEqualTo("价格太高");
        assertThat(hidden.at("/fields/remedy")).isEqualTo("回访");
    }

    @Test
    void whatIsReadOnlyNowCannotBeChangedByPeopleButBySheets() {
        String record = make(Map.of("amount", 5)).expect(201).at("id");
        change(record, Map.of("amount", 6, "result", "won")).expect(200);
        assertThat(change(record, Map.of("amount", 7)).expect(422).problems())
                .containsExactly("fields.amount:read-only");
        change(record, Map.of("amount", 6, "name", "甲")).expect(200);
        admin.post("/tables/deals/records:batch", Map.of("import", true, "items",
                List.of(Map.of("externalId", "x", "fields", Map.of("amount", 1, "result", "won"))))).expect(200);
    }

    @Test
    void whatWasMissingBeforeTheRuleCameDoesNotBlockOtherChanges() {
        String record = make(Map.of("name", "甲")).expect(201).at("id");
        admin.patch("/tables/deals/fields/amount", Map.of("config",
                Map.of("requiredWhen", Map.of("field", "name", "op", "isNotEmpty")))).expect(200);
        change(record, Map.of("name", "乙")).expect(200);
        assertThat(make(Map.of("name", "丙")).expect(422).problems()).containsExactly("fields.amount:missing");
    }

    @Test
    void aRuleThatMakesNoSenseIsRefusedAndNamed() {
        assertThat(rule("name", "visibleWhen", Map.of("field", "nothing", "op", "isEmpty")).expect(422).problems())
                .containsExactly("config.visibleWhen:condition-without-field");
        assertThat(rule("name", "visibleWhen", Map.of("field", "result", "op", "gt", "value", 1)).expect(422)
                .problems()).containsExactly("config.visibleWhen:operator-not-for-field");
        assertThat(rule("name", "visibleWhen", Map.of("field", "result", "op", "eq", "value", "maybe")).expect(422)
                .problems()).containsExactly("config.visibleWhen:unknown-option");
        assertThat(rule("name", "requiredWhen", Map.of("op", "eq")).expect(400).problems())
                .containsExactly("config.requiredWhen:not-a-condition");
        assertThat(rule("name", "visibleWhen", Map.of("field", "name", "op", "isNotEmpty")).expect(422).problems())
                .contains("config.visibleWhen:circular-condition");
        rule("name", "visibleWhen", Map.of("field", "amount", "op", "isNotEmpty")).expect(200);
        assertThat(rule("amount", "visibleWhen", Map.of("field", "name", "op", "isNotEmpty")).expect(422).problems())
                .contains("config.visibleWhen:circular-condition");
        assertThat(admin.delete("/tables/deals/fields/reason").expect(422).problems())
                .containsExactly("config.visibleWhen:condition-without-field");
        assertThat(admin.get("/tables/deals/fields").expect(200).items()).hasSize(5);
    }

    private Answer rule(String field, String setting, Map<String, Object> condition) {
        return admin.patch("/tables/deals/fields/" + field, Map.of("config", Map.of(setting, condition)));
    }

    @Test
    void whatSaysNothingIsNoAnswerOnAnyWay() {
        admin.post("/tables", Map.of("key", "leads", "name", "线索", "fields",
                List.of(Map.of("key", "budget", "name", "客户预算", "type", "text", "required", true, "config",
                        Map.of("noPlaceholders", true)))))
                .expect(201);
        String record = admin.post("/tables/leads/records", Map.of("fields", Map.of("budget", "五十万"))).expect(201)
                .at("id");
        for (String blank : List.of("", "   ", "\u200b\u200d", "\u3000", "\u3164", "\ufeff"))
            refused("missing", record, blank);
        for (String word : List.of("-", "——", "...", "无", " 无。", "N/A", "none", "/", "待定", "\u200b无"))
            refused("placeholder", record, word);
        for (String answer : List.of("无预算，客户自筹", "0", "50w", "NA 公司出"))
            change(record, Map.of("budget", answer)).expect(200);
    }

    private void refused(String code, String record, String value) {
        Map<String, Object> body = Map.of("fields", Map.of("budget", value));
        assertThat(admin.post("/tables/leads/records", body).expect(422).problems()).as(value)
                .containsExactly("fields.budget:" + code);
        assertThat(admin.patch("/records/" + record, body).expect(422).problems()).as(value)
                .containsExactly("fields.budget:" + code);
        for (boolean sheet : List.of(false, true))
            assertThat(admin.post("/tables/leads/records:batch",
                    Map.of("import", sheet, "items", List.of(Map.of("externalId", "x", "fields", body.get("fields")))))
                    .expect(200).at("/items/0/errors/0/code")).as(value).isEqualTo(code);
    }
}
