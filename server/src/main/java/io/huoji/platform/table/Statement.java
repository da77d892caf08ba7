package io.huoji.platform.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement with {@code ?} for every value, so that its text is the same for all tenants and stays prepared. Values:
 * UUID, String, Boolean, Integer, Long, BigDecimal, Instant, LocalDate, UUID[], String[] or null. No semicolon in the text.
 */
public record Statement(String sql, List<@Nullable Object> params) {

    public Statement {
        params = Collections.unmodifiableList(new ArrayList<>(params));
    }

    public static Statement of(String sql, @Nullable Object... params) {
        return new Statement(sql, Arrays.asList(params));
    }
}
