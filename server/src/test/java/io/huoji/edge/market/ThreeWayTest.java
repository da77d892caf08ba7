package io.huoji.edge.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ThreeWayTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    private static ThreeWay.Merge merge(String said, String base, String theirs, String now) {
        return ThreeWay.merge(json(said), json(base), json(theirs), json(now));
    }

    @Test
    void takesAChangeOfTheFileWhereTheTenantLeftItAlone() {
        var merge = merge("{'name':'备课'}", "{'name':'备课','weight':1}", "{'name':'备课','weight':1}", "{'name':'备一课'}");
        assertThat(merge.merged().path("name").asString()).isEqualTo("备一课");
        assertThat(merge.changed()).containsExactly("name");
        assertThat(merge.kept()).isEmpty();
    }

    @Test
    void keepsWhatTheTenantChangedAndSaysSo() {
        var merge = merge("{'name':'备课'}", "{'name':'备课'}", "{'name':'集体备课'}", "{'name':'备一课'}");
        assertThat(merge.merged().path("name").asString()).isEqualTo("集体备课");
        assertThat(merge.isNothing()).isTrue();
        assertThat(merge.kept()).containsExactly("name");
    }

    @Test
    void leavesATenantsChangeAloneThatTheFileDoesNotTouch() {
        var merge = merge("{'name':'备课'}", "{'name':'备课'}", "{'name':'集体备课'}", "{'name':'备课'}");
        assertThat(merge.isNothing()).isTrue();
        assertThat(merge.kept()).isEmpty();
    }

    @Test
    void isNothingWhenBothCameToTheSame() {
        var merge = merge("{'weight':1}", "{'weight':1}", "{'weight':2.0}", "{'weight':2}");
        assertThat(merge.isNothing()).isTrue();
        assertThat(merge.kept()).isEmpty();
    }

    @Test
    void mergesOptionsOneByOneAndKeepsTheTenantsOwn() {
        String before = "{'config':{'options':[{'key':'a','label':'甲'},{'key':'b','label':'乙'}]}}";
        var merge = merge(before, before,
                "{'config':{'options':[{'key':'a','label':'甲'},{'key':'b','label':'B'},{'key':'own','label':'自己的'}]}}",
                "{'config':{'options':[{'key':'a','label':'A'},{'key':'b','label':'乙二'},{'key':'c','label':'丙'}]}}");
        assertThat(merge.merged().at("/config/options").valueStream().map(it -> it.path("label").asString()))
                .containsExactly("A", "B", "自己的", "丙");
        assertThat(merge.changed()).containsExactly("config.options.a.label", "config.options.c");
        assertThat(merge.kept()).containsExactly("config.options.b.label");
    }

    @Test
    void staysWithWhatTheFileNoLongerSays() {
        var merge = merge("{'name':'a','why':'b'}", "{'name':'a','why':'b'}", "{'name':'a','why':'b'}", "{'name':'a'}");
        assertThat(merge.isNothing()).isTrue();
        assertThat(merge.merged().path("why").asString()).isEqualTo("b");
    }

    @Test
    void aTenantsChangeSurvivesOneUpgradeAfterTheOther() {
        var first = merge("{'name':'1','why':'1'}", "{'name':'1','why':'1'}", "{'name':'own','why':'1'}",
                "{'name':'2','why':'2'}");
        assertThat(first.merged()).isEqualTo(json("{'name':'own','why':'2'}"));
        var second = ThreeWay.merge(json("{'name':'2','why':'2'}"), first.base(), first.merged(),
                json("{'name':'3','why':'3'}"));
        assertThat(second.merged()).isEqualTo(json("{'name':'own','why':'3'}"));
        assertThat(second.kept()).containsExactly("name");
    }
}
