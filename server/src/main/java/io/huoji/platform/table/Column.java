package io.huoji.platform.table;

import io.huoji.platform.table.field.Shape;

/**
 * What a condition or an order can name: a field of the table, or something that every record has.
 *
 * @param field   gives the type that reads operands
 * @param sql     an expression whose database type follows from the shape and from where the value lies
 * @param storage where the value lies
 */
record Column(Field field, String sql, Storage storage) {

    /** Where a value lies, which decides how it compares. */
    enum Storage {
        /** In the JSON of the record, as text. */
        JSON,
        /** In a column of type uuid. */
        ID,
        /** In a column of type timestamptz. */
        MOMENT,
        /** In a column of type numeric. */
        NUMBER,
        /** In a column of type text. */
        TEXT,
        /** In a column of type boolean. */
        FLAG
    }

    Shape shape() {
        return field.type().shape();
    }

    /** A field of the table: its core column, else its slot, else the JSON. */
    static Column of(Field field) {
        String role = field.role();
        if (role != null && field.isColumn())
            return switch (role) {
                case Roles.SUBJECT -> id(field, "subject_id");
                case Roles.UNIT -> id(field, "unit_id");
                case Roles.NODE -> id(field, "kind_id");
                case Roles.OBJECT -> id(field, "object_id");
                default -> new Column(field, "occurred_at", Storage.MOMENT);
            };
        Slot slot = field.slot();
        if (slot != null && slot.filled())
            return new Column(field, slot.column(), switch (slot.kind()) {
                case 'n' -> Storage.NUMBER;
                case 't' -> Storage.MOMENT;
                default -> Storage.TEXT;
            });
        return new Column(field, json(field), field.type().shape() == Shape.FLAG ? Storage.FLAG : Storage.JSON);
    }

    private static Column id(Field field, String column) {
        return new Column(field, column, Storage.ID);
    }

    /** A key holds nothing but letters, digits and hyphens. */
    private static String json(Field field) {
        return switch (field.type().shape()) {
            case NUMBER -> "(fields ->> '%s')::numeric".formatted(field.key());
            case MONEY -> "(fields -> '%s' ->> 'amount')::numeric".formatted(field.key());
            case FLAG -> "(fields ->> '%s')::boolean".formatted(field.key());
            case CHOICES, DATE_RANGE, PEOPLE, UNITS, WHOLE, ITEMS -> "(fields -> '%s')".formatted(field.key());
            default -> "(fields ->> '%s') collate \"C\"".formatted(field.key());
        };
    }
}
