package io.huoji.platform.table.field;

import java.util.Arrays;
import java.util.Optional;

/** A word of the condition tree. */
public enum Operator {
    EQ("eq"), NE("ne"), IN("in"), NOT_IN("notIn"), LT("lt"), LE("le"), GT("gt"), GE("ge"), BETWEEN("between"), CONTAINS(
            "contains"), STARTS_WITH("startsWith"), IS_EMPTY("isEmpty"), IS_NOT_EMPTY("isNotEmpty"), IN_OR_BELOW(
                    "inOrBelow"), IS_ME("isMe"), THIS_WEEK(
                            "thisWeek"), LAST_WEEK("lastWeek"), THIS_MONTH("thisMonth"), LAST_MONTH("lastMonth");

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** True when the word stands alone, without a value. */
    public boolean isAlone() {
        return switch (this) {
            case IS_EMPTY, IS_NOT_EMPTY, IS_ME, THIS_WEEK, LAST_WEEK, THIS_MONTH, LAST_MONTH -> true;
            case EQ, NE, IN, NOT_IN, LT, LE, GT, GE, BETWEEN, CONTAINS, STARTS_WITH, IN_OR_BELOW -> false;
        };
    }

    /** True when the value is an array: any number for {@code in}, two for {@code between}. */
    public boolean takesList() {
        return this == IN || this == NOT_IN || this == BETWEEN;
    }

    public static Optional<Operator> byKey(String key) {
        return Arrays.stream(values()).filter(operator -> operator.key.equals(key)).findFirst();
    }
}
