package io.huoji.platform.table.field;

import static io.huoji.platform.table.field.Operator.BETWEEN;
import static io.huoji.platform.table.field.Operator.CONTAINS;
import static io.huoji.platform.table.field.Operator.EQ;
import static io.huoji.platform.table.field.Operator.GE;
import static io.huoji.platform.table.field.Operator.GT;
import static io.huoji.platform.table.field.Operator.IN;
import static io.huoji.platform.table.field.Operator.IN_OR_BELOW;
import static io.huoji.platform.table.field.Operator.IS_EMPTY;
import static io.huoji.platform.table.field.Operator.IS_ME;
import static io.huoji.platform.table.field.Operator.IS_NOT_EMPTY;
import static io.huoji.platform.table.field.Operator.LAST_MONTH;
import static io.huoji.platform.table.field.Operator.LAST_WEEK;
import static io.huoji.platform.table.field.Operator.LE;
import static io.huoji.platform.table.field.Operator.LT;
import static io.huoji.platform.table.field.Operator.NE;
import static io.huoji.platform.table.field.Operator.NOT_IN;
import static io.huoji.platform.table.field.Operator.STARTS_WITH;
import static io.huoji.platform.table.field.Operator.THIS_MONTH;
import static io.huoji.platform.table.field.Operator.THIS_WEEK;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How the stored values of a type compare in the database. */
public enum Shape {
    /** JSON string, ordered by code points. */
    TEXT(EQ, NE, IN, NOT_IN, CONTAINS, STARTS_WITH, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON string whose order by code points is its own: a time of day, a month. */
    ORDERED_TEXT(EQ, NE, IN, NOT_IN, LT, LE, GT, GE, BETWEEN, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON string that only equals or is searched; never sorted, never in a slot. */
    LONG_TEXT(CONTAINS, STARTS_WITH, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON number, or JSON string holding a plain decimal. */
    NUMBER(EQ, NE, IN, NOT_IN, LT, LE, GT, GE, BETWEEN, IS_EMPTY, IS_NOT_EMPTY),
    /** {@code {"amount": "12.50", "currency": "CNY"}}, compared by amount. */
    MONEY(EQ, NE, LT, LE, GT, GE, BETWEEN, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON boolean. */
    FLAG(EQ, NE, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON string {@code 2026-11-23}. */
    DATE(EQ, NE, LT, LE, GT, GE, BETWEEN, THIS_WEEK, LAST_WEEK, THIS_MONTH, LAST_MONTH, IS_EMPTY, IS_NOT_EMPTY),
    /** {@code {"from", "to"}} of two days: contains a day, or shares a day with the two given ones. */
    DATE_RANGE(EQ, NE, CONTAINS, BETWEEN, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON string, an instant in UTC with three digits of milliseconds. */
    TIME(EQ, NE, LT, LE, GT, GE, BETWEEN, THIS_WEEK, LAST_WEEK, THIS_MONTH, LAST_MONTH, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON string, one key of a closed list. */
    CHOICE(EQ, NE, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON array of keys without repetition. */
    CHOICES(EQ, NE, CONTAINS, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON string {@code a/b/}, keys from the top of a tree of options. */
    PATH(EQ, NE, IN, NOT_IN, IN_OR_BELOW, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON string, the id of something. */
    REFERENCE(EQ, NE, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** A reference to a person. */
    PERSON(EQ, NE, IN, NOT_IN, IS_ME, IS_EMPTY, IS_NOT_EMPTY),
    /** A reference to a unit. */
    UNIT(EQ, NE, IN, NOT_IN, IN_OR_BELOW, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON array of references to people. */
    PEOPLE(CONTAINS, IN, NOT_IN, IS_ME, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON array of references to units. */
    UNITS(CONTAINS, IN, NOT_IN, IN_OR_BELOW, IS_EMPTY, IS_NOT_EMPTY),
    /** JSON object that is only there or not. */
    WHOLE(IS_EMPTY, IS_NOT_EMPTY),
    /** JSON array of objects; only empty or not, or holding one of a kind. */
    ITEMS(CONTAINS, IS_EMPTY, IS_NOT_EMPTY);

    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
    private final Set<Operator> operators;

    Shape(Operator first, Operator... rest) {
        this.operators = Collections.unmodifiableSet(EnumSet.of(first, rest));
    }

    public Set<Operator> operators() {
        return operators;
    }

    /** The letter of the slots that can hold it, or '-' when none can. */
    public char slot() {
        return switch (this) {
            case TEXT, ORDERED_TEXT, CHOICE, PATH, REFERENCE, PERSON, UNIT -> 's';
            case NUMBER, MONEY -> 'n';
            case DATE, TIME -> 't';
            case LONG_TEXT, FLAG, CHOICES, DATE_RANGE, PEOPLE, UNITS, WHOLE, ITEMS -> '-';
        };
    }

    public boolean isSortable() {
        return slot() != '-' || this == FLAG;
    }

    /** True when one operand of this operator is itself an array. */
    public boolean takesArrays(Operator operator) {
        return this == PATH || (this == CHOICES && (operator == EQ || operator == NE));
    }

    /** True when its values are arrays of single values. */
    public boolean isMany() {
        return this == CHOICES || this == PEOPLE || this == UNITS;
    }
}
