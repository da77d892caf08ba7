package io.huoji.platform.table;

import org.jspecify.annotations.Nullable;

/**
 * What is done to a record that is there.
 *
 * @param name      as history and events say it
 * @param source    by what way it came
 * @param onDeleted whether it is done to a record in the recycle bin
 * @param revertsTo the version whose values it brings back
 */
record RecordAct(String name, Source source, boolean onDeleted, @Nullable Long revertsTo) {

    static RecordAct update(Source source) {
        return new RecordAct("updated", source, false, null);
    }

    static RecordAct revert(Source source, long version) {
        return new RecordAct("updated", source, false, version);
    }

    static RecordAct delete(Source source) {
        return new RecordAct("deleted", source, false, null);
    }

    static RecordAct restore(Source source) {
        return new RecordAct("restored", source, true, null);
    }

    boolean isUpdate() {
        return name.equals("updated");
    }

    RecordWrite write(RecordRow before, RecordRow after) {
        return new RecordWrite(before, after, source, revertsTo);
    }
}
