package io.huoji.platform.table.field;

import io.huoji.platform.org.Contacts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An e-mail address, in lower case. */
@Component
class EmailType extends CheckedTextType {

    EmailType() {
        super("email", "relation", 254, "not-an-email");
    }

    @Override
    public boolean mayBeUnique() {
        return true;
    }

    @Override
    @Nullable
    String written(String text) {
        return Contacts.email(text);
    }

    @Override
    String searched(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
