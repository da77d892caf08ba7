package io.huoji.command.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.command.ApiClient;
import io.huoji.platform.event.Events;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The real CRM set, sent through the public API, against an independent count over the csv. */
@HuojiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrmImportTest {

    private static final Path FOLDER = Path.of("../samples/crm");
    private static final String RANGE = "&from=2016-10-01&to=2018-06-01";

    @Autowired World world;
    @Autowired Events events;

    private final List<String> first = new ArrayList<>();
    private Company company;
    private Api admin;

    @BeforeAll
    void importsTheSet() {
        company = world.newTenant();
        admin = company.admin();
        load(first);
        events.drain(company.tenant());
    }

    private void load(List<String> report) {
        new CrmImport(new ApiClient("http://127.0.0.1:" + world.port(), company.secret()), FOLDER, report::add).run();
    }

    @Test
    void countsEveryEngagementAndCloseOnce() {
        JsonNode total = admin.get("/metrics/completion?" + RANGE.substring(1)).json().get("items").get(0);
        assertThat(total.get("denominator").asInt()).isEqualTo(8300);
        assertThat(total.get("numerator").asInt()).isEqualTo(5295);
        assertThat(total.get("late").asInt()).isEqualTo(1416);
        assertThat(total.get("missed").asInt()).isEqualTo(1589);
        assertThat(total.get("unplanned").asInt()).isZero();
    }

    @Test
    void agreesWithTheCsvInEveryCellOfUnitAndMonth() {
        Map<String, CrmOracle.Cell> answered = cells("/metrics/completion?by=unit&grain=month" + RANGE, "unit");
        assertThat(answered).isEqualTo(CrmOracle.cells(FOLDER, true));
        assertThat(answered.get("Central 2017-03")).isEqualTo(new CrmOracle.Cell(75, 35, 40, 0));
    }

    @Test
    void agreesWithTheCsvInEveryCellOfPersonAndMonth() {
        assertThat(cells("/metrics/completion?by=person&grain=month" + RANGE, "person"))
                .isEqualTo(CrmOracle.cells(FOLDER, false));
    }

    private Map<String, CrmOracle.Cell> cells(String path, String key) {
        Map<String, CrmOracle.Cell> cells = new TreeMap<>();
        for (JsonNode item : admin.get(path).json().get("items"))
            cells.put(
                    item.get("keys").get(key).get("name").asString() + " " + item.get("keys").get("period").asString(),
                    new CrmOracle.Cell(item.get("denominator").asInt(), item.get("numerator").asInt(),
                            item.get("late").asInt(), item.get("missed").asInt()));
        return cells;
    }

    @Test
    void ratesWonDealsAsMetAndLostOnesAsImprove() {
        JsonNode quality = admin.get("/metrics/quality?" + RANGE.substring(1)).json().get("items").get(0);
        assertThat(quality.get("levels").get("MET").asInt()).isEqualTo(4238);
        assertThat(quality.get("levels").get("IMPROVE").asInt()).isEqualTo(2473);
        assertThat(quality.get("denominator").asInt()).isEqualTo(6711);
    }

    @Test
    void changesNothingTheSecondTime() {
        JsonNode before = admin.get("/metrics/completion?by=unit,person&grain=month" + RANGE).json().get("items");
        List<String> second = new ArrayList<>();
        load(second);
        events.drain(company.tenant());
        assertThat(admin.get("/metrics/completion?by=unit,person&grain=month" + RANGE).json().get("items"))
                .isEqualTo(before);
        assertThat(admin.get("/tables/deal-actions/records?limit=1&total=true").json().get("total").asInt())
                .isEqualTo(6711);
        assertThat(second).hasSameSizeAs(first)
                .noneMatch(line -> line.contains("created") || line.contains("accepted"));
    }

    @Test
    void saysWhatWasDoneToHowManyRows() {
        assertThat(String.join("\n", first)).contains("units: 3 made", "8800", "8300", "6711");
    }

    @Test
    void keepsTheProductNameOfTheCatalogueAndLeavesAMissingAccountEmpty() {
        JsonNode deal = admin.get("/objects/opportunity/Z063OYW0").json();
        assertThat(deal.get("fields").get("product").asString()).isEqualTo("GTX Pro");
        assertThat(deal.get("owner").get("code").asString()).isEqualTo("darcel-schlecht");
    }
}
