package io.huoji.platform.table.field;

import org.springframework.stereotype.Component;

/** Units of the organisation. */
@Component
class UnitsType extends ReferenceListType {

    UnitsType(UnitType one) {
        super("units", Shape.UNITS, one);
    }
}
