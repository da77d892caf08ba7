package io.huoji.command.crm;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One line of sales_pipeline.csv, cleaned: product names as in products.csv, empty texts as null. */
record Deal(String id, String agent, String product, @Nullable String account, String stage,
        @Nullable LocalDate engaged,
        @Nullable LocalDate closed, @Nullable String value) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yy");

    static Deal of(CsvTable.Row row) {
        return new Deal(row.text("opportunity_id"), row.text("sales_agent"), product(row.text("product")),
                row.textOrNull("account"), row.text("deal_stage"), day(row.textOrNull("engage_date")),
                day(row.textOrNull("close_date")), row.textOrNull("close_value"));
    }

    boolean isWon() {
        return stage.equals("Won");
    }

    private static String product(String written) {
        return written.equals("GTXPro") ? "GTX Pro" : written;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text, DAY);
    }
}
