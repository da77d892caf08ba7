package io.huoji.platform.table.field;

import org.springframework.stereotype.Component;

/** People. */
@Component
class PersonsType extends ReferenceListType {

    PersonsType(PersonType one) {
        super("persons", Shape.PEOPLE, one);
    }
}
