package io.huoji.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file sent to be imported, and an export that is being made. */
class TransferSample implements Sample {

    @Override
    public Map<String, String> make(Company company) {
        byte[] file = (MARK + "\n一\n").getBytes(StandardCharsets.UTF_8);
        String id = company.admin()
                .upload("/tables/secret-table/records:import", MARK + ".csv", "text/csv", file, Map.of())
                .expect(201)
                .at("/transfer/id");
        String export = company.admin()
                .post("/tables/secret-table/records:export", Map.of("format", "csv", "later", true))
                .expect(202)
                .at("/id");
        return Map.of("imports/id", id, "jobs/id", id, "transfers/id", export, "exports/id", export);
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("PATCH /api/v1/imports/{id}",
                Map.of("sheet", 0, "headerRow", 1, "match", "", "mode", "upsert", "emptyClears", false),
                "POST /api/v1/tables/{key}/records:export", Map.of("format", "csv", "sort", ""),
                "POST /api/v1/people:export", Map.of("format", "xlsx", "active", true),
                "POST /api/v1/units:export", Map.of("format", "xlsx"));
    }
}
