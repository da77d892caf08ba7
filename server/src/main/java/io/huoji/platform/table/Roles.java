package io.huoji.platform.table;

import java.util.Set;

/** The words for what a field means to everything above: a role has at most one field per table. */
public final class Roles {

    public static final String SUBJECT = "subject";
    public static final String UNIT = "unit";
    public static final String NODE = "node";
    public static final String OCCURRED_AT = "occurredAt";
    public static final String QUALITY = "quality";
    public static final String LEAD_QUALITY = "leadQuality";
    public static final String EVIDENCE = "evidence";
    public static final String OBJECT = "object";

    /** Roles whose value is a column of the record; all other fields live in its JSON. */
    static final Set<String> COLUMNS = Set.of(SUBJECT, UNIT, NODE, OCCURRED_AT, OBJECT);

    static final Set<String> ALL = Set.of(SUBJECT, UNIT, NODE, OCCURRED_AT, QUALITY, LEAD_QUALITY, EVIDENCE, OBJECT);

    private Roles() {}
}
