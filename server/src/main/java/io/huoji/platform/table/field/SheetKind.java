package io.huoji.platform.table.field;

/** How a spreadsheet keeps the values of a field, so that they sort and add up there. */
public enum SheetKind {
    TEXT, NUMBER, PERCENT, DATE, DATE_TIME;

    static SheetKind of(Shape shape) {
        return switch (shape) {
            case NUMBER, MONEY -> NUMBER;
            case DATE -> DATE;
            case TIME -> DATE_TIME;
            default -> TEXT;
        };
    }
}
