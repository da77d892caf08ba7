package io.huoji.testkit;

import java.util.Map;
import java.util.Set;

/**
 * Sample data of one resource for the rights matrix: what stands in the paths and bodies of its endpoints. The samples are
 * listed in {@link Samples}; whoever adds a resource adds one. Everything made carries {@link #MARK} in its name.
 */
public interface Sample {

    /** In every name and text of sample data: must never be seen from another tenant. */
    String MARK = "机密-sample";

    /**
     * Makes the data in a company that has units {@code east} and {@code west} and a person {@code owner} with role staff in
     * {@code east}.
     *
     * @return values of path variables, by the fixed path segment before the variable and its name: {@code units/unit}
     */
    Map<String, String> make(Company company);

    /** Valid bodies, by method and pattern: {@code POST /api/v1/units}. Others are called with an empty object. */
    default Map<String, Object> bodies() {
        return Map.of();
    }

    /**
     * Those variables ({@code people/person}) that name something of {@code owner}, which nobody who only sees
     * {@code west} may know of.
     */
    default Set<String> hidden() {
        return Set.of();
    }
}
